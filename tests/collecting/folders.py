"""Folders of reports as agencies send them, for tests of collecting."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from complete import complete

from generator.collecting.running.collecting import Collected, CollectOptions, CollectRun
from generator.pipeline.building import BuildOptions, render_file

YEAR = 2023
_NAMES = ("水利", "林业", "教育", "公安", "民政", "财政", "交通", "文旅", "卫健", "审计")


def agency(number: int) -> str:
    """A name unlike the others."""
    return f"清河县{_NAMES[number % len(_NAMES)]}局{'' if number < len(_NAMES) else f'第{number}分局'}"


def report(name: str, received: int = 3, year: int = YEAR, carried_in: int = 0, entries: str = "") -> str:
    """A report without a fault, as YAML; ``carried_in`` applications are answered as well."""
    return complete(
        f"机关: {name}\n年度: {year}\n{entries}政府信息公开申请:\n  本年新收: {{自然人: {received}}}\n"
        f"  上年结转: {{自然人: {carried_in}}}\n  办理结果: {{予以公开: {{自然人: {received}}}}}\n"
        f"  结转下年度: {{自然人: {carried_in}}}\n"
    )


def unbalanced(name: str) -> str:
    """A report with an error: one application more than was answered."""
    return report(name).replace("予以公开: {自然人: 3}", "予以公开: {自然人: 2}")


def doubtful(name: str) -> str:
    """A report with a warning: a placeholder left in the text."""
    return report(name).replace("全年通过政府网站", "全年通过政府网站（具体网址）")


def built(text: str, form: str, path: str = "x.yaml") -> bytes:
    """The report as it is published."""
    _, content = render_file(path, BuildOptions(formats=(form,)), data=text.encode())
    assert content is not None, "a report with errors is not built"
    return content


def write(folder: Path, name: str, text: str) -> Path:
    """The report in the format that its name says."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    form = path.suffix[1:]
    path.write_bytes(text.encode() if form in ("yaml", "yml") else built(text, form))
    return path


def roster(folder: Path, names: Iterable[str], header: str = "单位名称") -> Path:
    """A list of agencies; a name may carry further columns after commas."""
    path = folder / "单位名单.csv"
    path.write_text("\n".join([header, *names]) + "\n", encoding="utf-8")
    return path


def collect(office: Path, **options: object) -> Collected:
    """One run over ``office``/报送 with ``office``/单位名单.csv into ``office``/台账.xlsx."""
    chosen = CollectOptions(str(office / "报送"), str(office / "单位名单.csv"), str(office / "台账.xlsx"))
    run = CollectRun(chosen._replace(**options))
    steps = sum(1 for _ in run.read())
    assert steps == run.total
    return run.finish()


def status(done: Collected) -> dict[str, str]:
    """What the ledger says of each agency."""
    return {entry.agency.name: entry.status.value for entry in done.ledger.entries}


def later(path: Path, seconds: int) -> None:
    """The file changed so much later than it was."""
    moment = path.stat().st_mtime + seconds
    os.utime(path, (moment, moment))


def four_agencies(tmp_path: Path) -> Path:
    """Four agencies: a good report, one with an error, one with a warning, one that has not come."""
    roster(tmp_path, [agency(number) for number in range(4)])
    folder = tmp_path / "报送"
    write(folder, "水利.yaml", report(agency(0)))
    write(folder, "林业.yaml", unbalanced(agency(1)))
    write(folder / "教育局", "年报.docx", doubtful(agency(2)))
    return tmp_path
