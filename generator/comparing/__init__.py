"""Two reports side by side: figures cell by cell, text paragraph by paragraph as printed; a notice of correction."""
