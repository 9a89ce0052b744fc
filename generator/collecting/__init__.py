"""Many reports at once: the roster, who has filed, sums over all agencies, and the collecting office's ledger."""
