"""What the rules that compare with last year's report share."""
