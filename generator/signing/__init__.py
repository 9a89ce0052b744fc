"""A report that is signed off: the sheet to sign (核对单), what is kept of it (定稿), what has changed since."""
