"""Common words with their parts of speech; README.md says where they come from."""
