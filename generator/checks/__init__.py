"""Rules over a finished report. One rule, one file: what it finds, why it matters, an example each way, the check."""
