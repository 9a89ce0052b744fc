"""Data that the reading of sentences looks words up in; each file says where it comes from (README.md here)."""
