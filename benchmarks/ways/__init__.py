"""The ways that are compared. Each function makes one ready and gives the work to be timed."""
