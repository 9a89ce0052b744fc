"""本单位设置 (nianbao.yaml): an office's own rules on its reports, found beside them, read, and applied to findings."""
