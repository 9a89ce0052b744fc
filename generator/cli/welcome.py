"""The page of ``nianbao`` without arguments: three steps for a clerk, with the commands to type."""

from __future__ import annotations

from datetime import date

_PAGE = """\
年报（nianbao）：填一个 YAML 文件，得到政府信息公开工作年度报告。
数字只填一次，合计自动计算，表格、版式按国家规定的格式，错处逐行指出。

第一步  新建    nianbao new {year} --agency 某某县人民政府办公室
                得到 某某县人民政府办公室-{year}.yaml，每一项都有填写说明

第二步  填写    用记事本或者别的文本编辑器打开这个文件，填数字、写文字；
                合计不用填。随时检查：
                nianbao check 某某县人民政府办公室-{year}.yaml

第三步  生成    nianbao build 某某县人民政府办公室-{year}.yaml
                没有错误，就在同一个文件夹里得到 Word 文档（.docx）和 .md

写法上的小毛病可以自动改好（原文件留作 .bak）：
                nianbao fix 某某县人民政府办公室-{year}.yaml

全部命令：nianbao --help        某个命令怎么用：nianbao check --help"""


def welcome_page(today: date) -> str:
    """The page; its examples speak of last year, whose report is the one to write."""
    return _PAGE.format(year=today.year - 1)
