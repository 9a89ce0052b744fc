"""What people do to a report in Word, made by python-docx: each comes back into the YAML, or is listed."""

import copy
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from complete import complete
from docx.document import Document
from docx.text.paragraph import Paragraph

from generator.editing.revising.revise import Revised, revise_file
from generator.files.errors import UserError
from generator.pipeline.building import BuildOptions, build_file

TEXT = """机关: 某某县教育局
年度: 2023
落款: 2024-01-20
政府信息公开申请:
  本年新收: {自然人: 7, 商业企业: 1} # 与登记表核对过
  上年结转: 0
  办理结果: {予以公开: {自然人: 6, 商业企业: 1}, 部分公开: {自然人: 1}}
  结转下年度: 0
总体情况:
  # 科里写的
  主动公开: |
    全年发布信息120条，重点领域逐月更新。
    组织两场政策宣讲，听众提问当场答复。
  依申请公开: |
    全年新收申请{{ 本年新收 }}件，予以公开{{ 予以公开 }}件，均按期答复。
    没有收取费用。
  政府信息管理: 逐篇审核后发布。
  政府信息公开平台建设: 栏目按目录调整。
  监督保障: 列入年度考核。
  基层公开: 指导各校公开收费项目。
存在的主要问题及改进情况: |
  一是更新不够快，已经明确专人。
  二是解读形式少，今年增加图解。
"""


class Desk:
    """A folder with the YAML and the Word file built of it, which somebody edits."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.yaml = folder / "年报.yaml"
        self.yaml.write_text(complete(text), encoding="utf-8")
        self.word = Path(build_file(str(self.yaml), BuildOptions(str(folder), ("docx",))).written[0])

    def edit(self, change: Callable[[Document], object], *, figures: bool = False) -> Revised:
        document = docx.Document(str(self.word))
        change(document)
        document.save(str(self.word))
        return revise_file(str(self.yaml), str(self.word), take_figures=figures)

    @property
    def text(self) -> str:
        return self.yaml.read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def paragraph(document: Document, beginning: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.text.startswith(beginning))


def put(document: Document, beginning: str, text: str) -> None:
    found = paragraph(document, beginning)
    for run in found.runs[1:]:
        run._element.getparent().remove(run._element)
    found.runs[0].text = text


def behind(document: Document, beginning: str, text: str) -> Paragraph:
    found = paragraph(document, beginning)
    new = copy.deepcopy(found._element)
    found._element.addnext(new)
    added = Paragraph(new, found._parent)
    added.runs[0].text = text
    return added


def gone(document: Document, beginning: str) -> None:
    element = paragraph(document, beginning)._element
    element.getparent().remove(element)


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    one, other = complete(before).splitlines(), after.splitlines()
    return [line for line in one if line not in other], [line for line in other if line not in one]


def test_a_changed_paragraph_is_one_changed_line(desk: Desk) -> None:
    revised = desk.edit(lambda d: put(d, "全年发布信息", "全年发布信息126条，重点领域逐周更新。"))
    assert lines_changed(TEXT, desk.text) == (
        ["    全年发布信息120条，重点领域逐月更新。"],
        ["    全年发布信息126条，重点领域逐周更新。"],
    )
    assert revised.done
    assert revised.backup
    assert Path(revised.backup).read_text(encoding="utf-8") == complete(TEXT)


def test_expressions_stay_where_their_values_do(desk: Desk) -> None:
    desk.edit(lambda d: put(d, "全年新收申请", "本年度共新收申请8件，其中予以公开7件，全部按期答复。"))
    assert "    本年度共新收申请{{ 本年新收 }}件，其中予以公开{{ 予以公开 }}件，全部按期答复。" in desk.text


def test_a_phrase_moved_within_its_sentence_keeps_its_expression(desk: Desk) -> None:
    revised = desk.edit(lambda d: put(d, "全年新收申请", "予以公开7件，全年新收申请8件，均按期答复。"))
    assert "    予以公开{{ 予以公开 }}件，全年新收申请{{ 本年新收 }}件，均按期答复。" in desk.text
    assert revised.done
    assert not revised.lost


def test_an_expression_whose_number_is_typed_elsewhere_is_named(desk: Desk) -> None:
    revised = desk.edit(lambda d: put(d, "全年新收申请", "公开了其中的7件，全年新收申请8件，均按期答复。"))
    assert "    公开了其中的7件，全年新收申请{{ 本年新收 }}件，均按期答复。" in desk.text
    assert [(each.typed, each.printed, each.taken) for each in revised.lost] == [("{{ 予以公开 }}", "7", True)]


def test_an_expression_taken_out_with_its_words_is_just_gone(desk: Desk) -> None:
    revised = desk.edit(lambda d: put(d, "全年新收申请", "全年新收申请8件，均按期答复。"))
    assert "    全年新收申请{{ 本年新收 }}件，均按期答复。" in desk.text
    assert not revised.lost


def test_a_number_of_an_expression_is_a_figure(desk: Desk) -> None:
    changed = "全年新收申请9件，予以公开7件，均依法按期答复。"
    revised = desk.edit(lambda d: put(d, "全年新收申请", changed))
    assert "全年新收申请{{ 本年新收 }}件，予以公开{{ 予以公开 }}件，均依法按期答复。" in desk.text
    assert [(each.printed, each.now, each.figure, each.taken) for each in revised.lost] == [("8", "9", True, False)]
    assert not revised.done
    revised = revise_file(str(desk.yaml), str(desk.word), take_figures=True)
    assert "全年新收申请9件，予以公开{{ 予以公开 }}件，均依法按期答复。" in desk.text
    assert [each.taken for each in revised.lost] == [True]


def test_words_over_an_expression_replace_it_and_say_so(desk: Desk) -> None:
    revised = desk.edit(
        lambda d: put(d, "全年新收申请", "申请不多，都在规定的时间以内答复了申请人，没有一件超过期限。")
    )
    assert "{{" not in desk.text
    assert all(each.taken and not each.figure for each in revised.lost)


def test_added_removed_split_joined_and_moved_paragraphs(desk: Desk) -> None:
    def change(document: Document) -> None:
        behind(document, "全年发布信息", "新增一个校园安全专栏。")
        gone(document, "组织两场政策宣讲")
        put(document, "全年新收申请", "全年新收申请8件。")
        behind(document, "全年新收申请", "予以公开7件，均按期答复。没有收取费用。")
        gone(document, "没有收取费用")
        first, second = paragraph(document, "一是更新"), paragraph(document, "二是解读")
        second._element.addnext(first._element)

    revised = desk.edit(change)
    assert revised.left == ()
    assert revised.lost == ()
    assert "    新增一个校园安全专栏。\n" in desk.text
    assert "组织两场" not in desk.text
    assert "    全年新收申请{{ 本年新收 }}件。\n" in desk.text
    assert (
        "予以公开7件，均按期答复。没有收取费用。" in desk.text
        or "{{ 予以公开 }}件，均按期答复。没有收取费用。" in desk.text
    )
    assert desk.text.index("二是解读") < desk.text.index("一是更新")


def test_subheadings_changed_added_removed_and_moved(desk: Desk) -> None:
    def change(document: Document) -> None:
        put(document, "（六）基层公开", "（六）指导学校公开")
        put(document, "（五）监督保障", "（五）强化监督，压实责任")
        heading, text = paragraph(document, "（三）政府信息管理"), paragraph(document, "逐篇审核后发布")
        last = paragraph(document, "栏目按目录调整")
        last._element.addnext(text._element)
        last._element.addnext(heading._element)
        new = behind(document, "（六）", "（七）队伍建设")
        gone_text = paragraph(document, "指导各校")
        gone_text._element.addnext(new._element)
        new._element.addnext(copy.deepcopy(gone_text._element))
        Paragraph(new._element.getnext(), gone_text._parent).runs[0].text = "培训三次。"

    revised = desk.edit(change)
    assert revised.left == ()
    assert "  指导学校公开: 指导各校公开收费项目。" in desk.text
    assert "  监督保障:\n    标题: 强化监督，压实责任\n" in desk.text
    assert desk.text.index("栏目按目录调整") < desk.text.index("逐篇审核后发布")
    assert "  队伍建设: |\n    培训三次。\n" in desk.text
    assert "  # 科里写的\n  主动公开: |\n" in desk.text


def test_numbers_typed_by_hand_and_a_deleted_subheading(desk: Desk) -> None:
    def change(document: Document) -> None:
        gone(document, "（六）基层公开")
        gone(document, "指导各校")
        put(document, "（五）监督保障", "5.监督保障")

    revised = desk.edit(change)
    assert "基层公开" not in desk.text
    assert revised.left == ()


def test_title_signature_and_preface(desk: Desk) -> None:
    def change(document: Document) -> None:
        put(document, "2024年1月20日", "2024年1月22日")
        title = document.paragraphs[0]
        new = copy.deepcopy(paragraph(document, "没有收取费用")._element)
        title._element.addnext(new)
        Paragraph(new, title._parent).runs[0].text = "本报告根据条例编制。"

    revised = desk.edit(change)
    assert revised.left == ()
    assert "落款: 2024-01-22" in desk.text
    assert "本报告根据条例编制。" in desk.text


def cell(document: Document, table: int, text: str, new: str) -> None:
    for row in document.tables[table].rows:
        for found in row.cells:
            if found.text == text:
                found.paragraphs[0].runs[0].text = new
                return


def test_figures_are_listed_and_taken_only_when_asked(desk: Desk) -> None:
    revised = desk.edit(lambda d: cell(d, 1, "6", "5"))
    assert [(each.place, each.before, each.after, each.taken) for each in revised.figures][:1] == [
        ("表三“予以公开”自然人", 6, 5, False)
    ]
    assert desk.text == complete(TEXT)
    revised = revise_file(str(desk.yaml), str(desk.word), take_figures=True)
    assert "予以公开: {自然人: 5, 商业企业: 1}" in desk.text
    assert "# 与登记表核对过" in desk.text


@pytest.mark.parametrize("column", [-1, -7])
def test_a_grand_total_changed_in_word_is_listed(desk: Desk, column: int) -> None:
    def change(document: Document) -> None:
        row = next(row for row in document.tables[1].rows if any("总计" in c.text for c in row.cells[:3]))
        row.cells[column].paragraphs[0].runs[0].text = "99"

    revised = desk.edit(change, figures=True)
    assert [(each.after, each.taken) for each in revised.figures] == [(99, False)]
    assert "办理结果.总计" in revised.figures[0].place
    assert not revised.done
    assert desk.text == complete(TEXT)


def test_another_agency_is_never_taken_over(desk: Desk) -> None:
    def change(document: Document) -> None:
        for found in document.paragraphs:
            for run in found.runs:
                run.text = run.text.replace("某某县教育局", "某某市教育局")

    revised = desk.edit(change)
    assert "机关: 某某县教育局" in desk.text
    assert len(revised.identity) == 1
    assert not revised.done


def test_braces_cannot_become_expressions(desk: Desk) -> None:
    revised = desk.edit(lambda d: put(d, "逐篇审核", "逐篇审核{{ 本年新收 }}后发布。"))
    assert revised.unplaced == ("逐篇审核{{ 本年新收 }}后发布。",)
    assert desk.text == complete(TEXT)
    assert not revised.done


MADE = 'w:id="9" w:author="王科长" w:date="2024-01-02T00:00:00Z"'


def tracked(word: Path) -> None:
    """The file as Word leaves it: a word put in, one struck out, and a comment, all by 王科长."""
    out = BytesIO()
    with ZipFile(word) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "word/document.xml":
                data = data.replace(
                    "栏目按目录调整。</w:t></w:r>",
                    f"栏目</w:t></w:r><w:ins {MADE}><w:r><w:t>及时</w:t></w:r></w:ins><w:del {MADE}><w:r><w:delText>"
                    "按目录</w:delText></w:r></w:del><w:r><w:t>调整。</w:t></w:r>"
                    '<w:r><w:commentReference w:id="3"/></w:r>',
                )
            elif name == "word/_rels/document.xml.rels":
                data = data.replace(
                    "</Relationships>",
                    '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                    'comments" Target="comments.xml"/></Relationships>',
                )
            new.writestr(name, data)
        new.writestr(
            "word/comments.xml",
            '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" '
            'w:author="李主任"><w:p><w:r><w:t>数据再核一遍</w:t></w:r></w:p></w:comment></w:comments>',
        )
    word.write_bytes(out.getvalue())


def test_tracked_changes_as_accepted_each_with_its_author_at_its_line(desk: Desk) -> None:
    tracked(desk.word)
    revised = revise_file(str(desk.yaml), str(desk.word))
    assert "政府信息公开平台建设: 栏目及时调整。" in desk.text
    number = next(n for n, line in enumerate(desk.text.splitlines(), 1) if "栏目及时调整" in line)
    said = [(finding.code, finding.span.line, finding.message) for finding in revised.marks]
    assert said == [
        ("NB611", number, "Word 文件里有没有接受的修订（王科长）：插入“及时”，这里按接受的读"),
        ("NB611", number, "Word 文件里有没有接受的修订（王科长）：删除“按目录”，这里按接受的读"),
        ("NB611", number, "Word 文件里有没有处理的批注（李主任）：“数据再核一遍”"),
    ]
    assert not revised.done


def test_what_libreoffice_saved_untouched_changes_nothing_and_an_edit_in_it_is_one_line(office, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    document = docx.Document(str(desk.word))
    put(document, "逐篇审核", "逐篇审核、留痕后发布。")
    edited = BytesIO()
    document.save(edited)
    by_office = office.convert(
        {"同.docx": desk.word.read_bytes(), "改.docx": edited.getvalue()}, "docx:Office Open XML Text"
    )
    revised = revise_file(str(desk.yaml), str(by_office["同.docx"]))
    assert (revised.after, revised.done) == (complete(TEXT), True)
    revised = revise_file(str(desk.yaml), str(by_office["改.docx"]))
    assert lines_changed(TEXT, desk.text)[1] == ["  政府信息管理: 逐篇审核、留痕后发布。"]
    assert revised.done


def test_what_is_no_word_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "改.pdf"
    other.write_bytes(b"%PDF-1.4")
    with pytest.raises(UserError):
        revise_file(str(desk.yaml), str(other))
    with pytest.raises(UserError):
        revise_file(str(desk.word), str(desk.word))


def test_a_gbk_file_stays_gbk_and_crlf_stays(desk: Desk) -> None:
    desk.yaml.write_bytes(complete(TEXT).replace("\n", "\r\n").encode("gb18030"))
    desk.edit(lambda d: put(d, "全年发布信息", "全年发布信息126条，重点领域逐周更新。"))
    text = desk.yaml.read_bytes().decode("gb18030")
    assert "    全年发布信息126条，重点领域逐周更新。\r\n" in text


def test_revise_on_the_command_line(cli, desk: Desk, tmp_path: Path) -> None:
    untouched = cli("revise", "年报.yaml", desk.word.name, cwd=tmp_path)
    assert (untouched.returncode, untouched.stdout) == (0, "")
    document = docx.Document(str(desk.word))
    put(document, "全年发布信息", "全年发布信息126条，重点领域逐周更新。")
    cell(document, 1, "6", "5")
    document.save(str(desk.word))
    diff = cli("改稿", "年报.yaml", desk.word.name, "--diff", cwd=tmp_path)
    assert diff.returncode == 1
    assert "+    全年发布信息126条，重点领域逐周更新。" in diff.stdout
    assert desk.text == complete(TEXT)
    done = cli("revise", "年报.yaml", desk.word.name, cwd=tmp_path)
    assert done.returncode == 1
    assert "数 表三“予以公开”自然人：6 → 5，没有采用" in done.stderr
    assert (tmp_path / "年报.yaml.bak").exists()
