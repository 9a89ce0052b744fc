"""Which fonts a PDF takes, what it says of those that are missing, and what it does without any."""

import pytest
import typst
from printing import needs_chinese_font
from render_samples import document_of

from generator.render import pdf, pdf_fonts
from generator.render.pdf_fonts import choose, missing, title_weight
from generator.render.refusals import UnprintableError

STANDARD = ("Times New Roman", "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体")
WINDOWS = ["Times New Roman", "FZXiaoBiaoSong-B05S", "SimHei", "KaiTi_GB2312", "FangSong_GB2312", "SimSun", "Arial"]
NEWER_WINDOWS = ["Arial", "FangSong", "KaiTi", "Microsoft YaHei", "NSimSun", "SimHei", "SimSun", "Times New Roman"]
MACOS = ["Heiti SC", "Kaiti SC", "PingFang SC", "STFangsong", "STHeiti", "STSong", "STZhongsong", "Times New Roman"]
LINUX = ["DejaVu Sans", "Libertinus Serif", "Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Serif CJK JP"]


def chosen(there: list[str]) -> list[str]:
    return list(choose(there).values())


def test_every_typeface_of_the_standard_has_its_use() -> None:
    assert sorted(face.shown for face in pdf_fonts.WANTED.values()) == sorted(STANDARD)


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (WINDOWS, ["Times New Roman", "FZXiaoBiaoSong-B05S", "SimHei", "KaiTi_GB2312", "FangSong_GB2312", "SimSun"]),
        (NEWER_WINDOWS, ["Times New Roman", "SimSun", "SimHei", "KaiTi", "FangSong", "SimSun"]),
        (MACOS, ["Times New Roman", "STZhongsong", "STHeiti", "Kaiti SC", "STFangsong", "STSong"]),
        (
            LINUX,
            ["Libertinus Serif", *(f"Noto {kind} CJK SC" for kind in ("Serif", "Sans", "Serif", "Serif", "Serif"))],
        ),
    ],
)
def test_each_system_gives_the_nearest_it_has(there: list[str], expected: list[str]) -> None:
    assert chosen(there) == expected


def test_names_are_compared_without_regard_to_case() -> None:
    assert chosen(["simsun", "times new roman"])[1:] == ["simsun"] * 5


def test_what_stands_in_for_the_bold_typeface_of_the_title_is_set_bold() -> None:
    assert title_weight(choose(WINDOWS), {"FZXiaoBiaoSong-B05S"}) == "regular"
    assert title_weight(choose(LINUX), {"Noto Serif CJK SC"}) == "bold"
    assert title_weight(choose(LINUX), {"Libertinus Serif"}) == "regular", "else its digits alone would be bold"


def test_one_chinese_font_does_for_all() -> None:
    assert set(chosen(["WenQuanYi Micro Hei"])) == {"WenQuanYi Micro Hei"}


def test_what_is_missing_is_named_with_what_is_used_and_nothing_else() -> None:
    assert missing(choose(WINDOWS)) == ()
    assert missing(choose(NEWER_WINDOWS)) == (("方正小标宋简体", "SimSun"),)
    assert ("楷体_GB2312", "Noto Serif CJK SC") in missing(choose(LINUX))


@pytest.mark.parametrize("there", [[], ["Arial", "DejaVu Sans", "Times New Roman", "Noto Sans CJK JP"]])
def test_without_a_chinese_font_there_is_an_error_that_says_what_to_install(there: list[str]) -> None:
    with pytest.raises(UnprintableError) as refused:
        choose(there)
    assert "没有找到中文字体" in refused.value.message
    assert "安装" in refused.value.hint
    assert pdf_fonts.DIRECTORIES in refused.value.hint


@needs_chinese_font
def test_the_fonts_of_this_machine_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf.render(document_of("正文。"))
    monkeypatch.setattr(typst, "Fonts", None)
    pdf.render(document_of("又一段。"))


@needs_chinese_font
@pytest.mark.parametrize(
    ("text", "named"), [("群众\U000323af满意", "“\U000323af”（U+323AF）"), ("没有\u0378这个字", "U+0378")]
)
def test_a_character_that_no_font_has_is_named_and_never_printed_as_a_box(text: str, named: str) -> None:
    with pytest.raises(UnprintableError) as refused:
        pdf.render(document_of(text))
    assert named in refused.value.message


@needs_chinese_font
def test_all_characters_that_no_font_has_are_named_together() -> None:
    with pytest.raises(UnprintableError) as refused:
        pdf.render(document_of("甲\U000323af", "乙\U000323ae"))
    assert refused.value.message.count("U+323A") == 2


@needs_chinese_font
def test_characters_that_one_font_lacks_come_from_another() -> None:
    assert pdf.render(document_of("αβγ 𠮷 ①"))
