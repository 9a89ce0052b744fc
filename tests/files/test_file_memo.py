"""What was read is kept while the file stays as it is, and no longer."""

import os
from pathlib import Path

from complete import complete, last_year

from generator.files.file_memo import remembered
from generator.pipeline.checking import check_file


def test_read_once_while_nothing_changes(tmp_path: Path) -> None:
    file, reads = tmp_path / "a", list[str]()

    def read(path: str) -> str:
        reads.append(path)
        return Path(path).read_text()

    file.write_text("一")
    os.utime(file, ns=(2, 2))
    assert [remembered(str(file), read) for _ in range(3)] == ["一"] * 3
    assert len(reads) == 1
    os.utime(file, ns=(1, 1))
    assert remembered(str(file), read) == "一"
    for text in ("一二", "三四"):
        file.write_text(text)
        assert remembered(str(file), read) == text
    assert len(reads) == 4


def test_another_file_in_its_place_is_read(tmp_path: Path) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    for path in (file, other):
        path.write_text(path.name)
        os.utime(path, ns=(1, 1))
    assert remembered(str(file), _text) == "a"
    os.replace(other, file)
    assert remembered(str(file), _text) == "b"


def test_only_a_few_are_kept_and_a_file_that_is_not_there_never(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / str(number)).write_text(str(number))
        os.utime(tmp_path / str(number), ns=(1, 1))
        assert remembered(str(tmp_path / str(number)), _text) == str(number)
    from generator.files import file_memo

    assert len(file_memo._kept) <= 4
    assert remembered(str(tmp_path / "没有"), lambda _: "没有") == "没有"


def test_last_years_report_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "上年.yaml"
    text = complete("上年报告: 上年.yaml\n引言: 上年{{ 上年.行政许可 }}件。")
    for number in (1, 23):
        others = "规章: 0, 行政规范性文件: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0"
        entries = f"主动公开政府信息: {{行政许可: {number}, {others}}}"
        file.write_text(last_year(entries), encoding="utf-8")
        checked = check_file(str(tmp_path / "本年.yaml"), data=text.encode())
        assert checked.report is not None
        assert checked.report.preface[0].text == f"上年{number}件。"


def _text(path: str) -> str:
    return Path(path).read_text()
