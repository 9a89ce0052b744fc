"""What the commands are called."""

COMMANDS = (
    *("new", "check", "fix", "build", "fill", "preview", "import", "compare", "signoff"),
    *("ledger", "collect", "merge", "export", "examples", "rules", "schema", "lsp"),
)
"""In the order in which a clerk needs them."""

ALIASES = {
    "新建": "new",
    "检查": "check",
    "修正": "fix",
    "生成": "build",
    "填报": "fill",
    "预览": "preview",
    "导入": "import",
    "比对": "compare",
    "核对单": "signoff",
    "收表": "collect",
    "汇总": "merge",
    "台账": "ledger",
    "导出": "export",
    "示例": "examples",
    "规则": "rules",
}
"""Chinese names, understood everywhere, listed nowhere but at the foot of the help page."""

LED = {
    "更正": "更正说明用 compare 写：nianbao compare 公布的.docx 改正后.yaml --correction 更正说明.docx",
    "核对": "核对公布的与填报的是否一样，用 compare：nianbao compare 公布的.docx 年报.yaml；"
    "生成时核对成品，用 nianbao build 年报.yaml --verify",
    "改稿": "先看 Word 里改了哪里：nianbao compare 改过的.docx 年报.yaml，再照着改 YAML",
    "revise": "先看 Word 里改了哪里：nianbao compare 改过的.docx 年报.yaml，再照着改 YAML",
    "帮助": "全部命令：nianbao --help；某个命令怎么用：nianbao check --help",
}
"""Words that are no command, and what to do instead."""
