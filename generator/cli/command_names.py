"""What the commands are called."""

COMMANDS = (
    *("new", "check", "fix", "build", "fill", "preview", "import", "compare", "revise", "signoff"),
    *("ledger", "due", "collect", "merge", "export", "examples", "rules", "schema", "lsp"),
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
    "改稿": "revise",
    "核对单": "signoff",
    "收表": "collect",
    "汇总": "merge",
    "台账": "ledger",
    "期限": "due",
    "导出": "export",
    "示例": "examples",
    "规则": "rules",
}
"""Chinese names, understood everywhere, listed nowhere but at the foot of the help page."""

LED = {
    "更正": "更正说明用 compare 写：nianbao compare 公布的.docx 改正后.yaml --correction 更正说明.docx",
    "核对": "核对公布的是不是定稿，用 signoff：nianbao signoff 年报.yaml --verify 公布的.html；没有定稿的，"
    "用 nianbao compare 公布的.docx 年报.yaml；生成时核对成品，用 nianbao build 年报.yaml --verify",
    "帮助": "全部命令：nianbao --help；某个命令怎么用：nianbao check --help",
}
"""Words that are no command, and what to do instead."""
