"""What the commands are called."""

COMMANDS = (
    *("new", "check", "fix", "build", "preview", "import", "compare"),
    *("collect", "merge", "export", "rules", "schema", "lsp"),
)
"""In the order in which a clerk needs them."""

ALIASES = {
    "新建": "new",
    "检查": "check",
    "修正": "fix",
    "生成": "build",
    "预览": "preview",
    "导入": "import",
    "比对": "compare",
    "收表": "collect",
    "汇总": "merge",
}
"""Chinese names, understood everywhere, listed nowhere but at the foot of the help page."""
