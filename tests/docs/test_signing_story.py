"""A report after it is written: the commands of the guide in turn, and what people do between them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import docx
from complete import complete
from documents import blocks, commands
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "签发与公布.md"
NAME = "青山县教育局2023年政府信息公开工作年度报告"
TEXT = """机关: 青山县教育局
年度: 2023
落款: 2024-01-20
主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 14, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}
政府信息公开申请:
  本年新收: {自然人: 7, 商业企业: 1}
  上年结转: 0
  办理结果: {予以公开: {自然人: 6, 商业企业: 1}, 部分公开: {自然人: 1}}
  结转下年度: 0
总体情况:
  # 科里写的
  主动公开: |
    全年作出行政许可{{ 行政许可 }}件，都已公开。
  依申请公开: |
    全年新收申请{{ 本年新收 }}件，均按期答复。
  政府信息管理: 逐篇审核后发布。
  政府信息公开平台建设: 栏目按目录调整。
  监督保障: 列入年度考核。
"""
SITE = (
    "<!DOCTYPE html><html><head><title>{title}</title><style>p{{font-size:12px}}td{{background:#eee}}</style></head>"
    "<body><div class=nav><a href=/>首页</a> &gt; 政府信息公开年报</div><h3>{title}</h3>"
    "<div class=info>发布时间：2024-01-24　来源：青山县教育局　【字体：大 中 小】</div><div id=zoom>{body}</div>"
    "<div class=foot>主办：青山县人民政府　备案号：某ICP备00000000号</div></body></html>"
)


class Bureau:
    """The bureau's folder, and what happens in it after each command."""

    def __init__(self, folder: Path, cli: Callable) -> None:
        self.folder, self.cli = folder, cli
        self.yaml = folder / "年报.yaml"
        self.yaml.write_text(complete(TEXT), encoding="utf-8")

    def afterwards(self) -> Iterator[Callable[[], None]]:
        """What is done, or looked at, after each command."""
        yield self.read_by_the_director
        yield lambda: None
        yield self.taken_over
        yield lambda: None
        yield self.signed
        yield self.put_on_the_site
        yield self.found_wrong
        yield lambda: None
        yield self.corrected
        yield self.signed
        yield self.put_on_the_site
        yield self.kept

    def kept(self) -> None:
        assert (self.folder / "年报.定稿.json.bak").exists()

    def read_by_the_director(self) -> None:
        """One sentence changed with tracked changes, one without."""
        document = docx.Document(str(self.folder / "送审" / f"{NAME}.docx"))

        def found(beginning: str) -> Paragraph:
            paragraph = next(p for p in document.paragraphs if p.text.startswith(beginning))
            for run in paragraph.runs[1:]:
                run._element.getparent().remove(run._element)
            return paragraph

        track(found("逐篇审核"), "逐篇审核、三校后发布。")
        found("全年新收").runs[0].text = "全年新收申请8件，全部按期答复。"
        document.save(str(self.folder / "领导修改.docx"))

    def taken_over(self) -> None:
        text = self.yaml.read_text(encoding="utf-8")
        assert "全年新收申请{{ 本年新收 }}件，全部按期答复。" in text
        assert "# 科里写的" in text
        assert (self.folder / "年报.yaml.bak").exists()

    def signed(self) -> None:
        """The day of signing is not today's in this story."""
        record = self.folder / "年报.定稿.json"
        kept = json.loads(record.read_text(encoding="utf-8"))
        assert kept["date"] == date.today().isoformat()
        kept["date"] = "2024-01-22"
        record.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        assert (self.folder / "核对单.docx").exists()

    def put_on_the_site(self) -> None:
        """The site's back office wraps what was pasted."""
        body = (self.folder / "粘贴" / f"{NAME}.html").read_text(encoding="utf-8")
        (self.folder / "网页.html").write_text(SITE.format(title=NAME, body=body), encoding="utf-8")

    def found_wrong(self) -> None:
        text = self.yaml.read_text(encoding="utf-8")
        for old, new in (("行政许可: 14", "行政许可: 41"), ("自然人: 7", "自然人: 8"), ("自然人: 6", "自然人: 7")):
            assert old in text
            text = text.replace(old, new, 1)
        self.yaml.write_text(text, encoding="utf-8")

    def corrected(self) -> None:
        """What the guide shows of the notice stands in it, in this order."""
        [shown] = [block.text for block in blocks(GUIDE) if block.task == "更正说明"]
        document = docx.Document(str(self.folder / "更正说明.docx"))
        said = "\n".join(paragraph.text for paragraph in document.paragraphs)
        at = [said.find(line) for line in shown.splitlines()]
        assert -1 not in at
        assert at == sorted(at)


def track(paragraph: Paragraph, text: str) -> None:
    """Another text for a paragraph of one run, as a tracked change."""
    run = paragraph.runs[0]._element
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for number, change in enumerate((deleted, inserted), start=900):
        change.set(qn("w:author"), "局长")
        change.set(qn("w:date"), "2024-01-16T09:00:00Z")
        change.set(qn("w:id"), str(number))
    new = copy.deepcopy(run)
    new.find(qn("w:t")).text = text
    run.addprevious(deleted)
    deleted.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    deleted.addnext(inserted)
    inserted.append(new)


def test_from_the_draft_to_the_correction(cli: Callable, tmp_path: Path) -> None:
    bureau = Bureau(tmp_path, cli)
    shown = [block.text.strip().splitlines() for block in blocks(GUIDE) if block.task == "签发看到"]
    steps = [*commands(GUIDE, "签发"), *commands(GUIDE, "更正")]
    for (line, code), afterwards in zip(steps, bureau.afterwards(), strict=True):
        outcome = cli(*line.split()[1:], cwd=tmp_path)
        assert outcome.returncode == code, f"{line}\n{outcome.stdout}{outcome.stderr}"
        if shown and all(one in outcome.stdout for one in shown[0]):
            shown.pop(0)
        afterwards()
    assert not shown, "what the guide shows is not seen"
