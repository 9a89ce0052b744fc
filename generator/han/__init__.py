"""Chinese text that is of no form: what any room may know of it. Imports nothing of ours."""
