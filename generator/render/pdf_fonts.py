"""Which fonts a PDF is set in: what the standard asks for, and what stands in where a machine lacks it.

The names are those under which typst finds a font: the English ones that font files carry, and the Chinese ones. It
leaves the end of a name away that sounds like a style, such as the CN of AR PL UKai CN.
"""

from __future__ import annotations

import os
from collections.abc import Sequence, Set
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.extras import install_command
from generator.render.memory import is_too_little
from generator.render.refusals import UnprintableError

if TYPE_CHECKING:
    from typst import Fonts

DIRECTORIES = "NIANBAO_FONTS"
"""The environment variable that names folders (divided as in PATH); fonts are then taken from these alone."""

LATIN = "latin"
_BOLD = 600
"""The weight from which on type is bold."""


class Wanted(NamedTuple):
    """A typeface that the page asks for. ``names`` are its own, ``instead`` what comes nearest, best first."""

    shown: str
    names: tuple[str, ...]
    instead: tuple[str, ...]


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split(", "))


_SONG = _listed("SimSun, 宋体, NSimSun, 新宋体")
_SONG_IN_ONE_WEIGHT = _listed("STSong, 华文宋体, Songti SC")
_SONG_IN_WEIGHTS = _listed(
    "Source Han Serif SC, Source Han Serif, 思源宋体, Noto Serif CJK SC, Noto Serif SC, "
    "FandolSong, AR PL UMing, AR PL SungtiL GB"
)
_ALL_SONG = (*_SONG, *_SONG_IN_ONE_WEIGHT, *_SONG_IN_WEIGHTS)
_HEI = _listed("SimHei, 黑体")
_HEI_OF_OTHERS = _listed(
    "STHeiti, 华文黑体, Heiti SC, PingFang SC, Microsoft YaHei, 微软雅黑, DengXian, 等线, "
    "Source Han Sans SC, Source Han Sans, 思源黑体, Noto Sans CJK SC, Noto Sans SC, FandolHei, "
    "WenQuanYi Zen Hei, 文泉驿正黑, WenQuanYi Micro Hei, 文泉驿微米黑, Droid Sans Fallback"
)
_ALL_HEI = (*_HEI, *_HEI_OF_OTHERS)
_FANG = _listed("FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋")
_FANG_OF_OTHERS = _listed("STFangsong, 华文仿宋, FZFangSong-Z02S, FZFangSong-Z02, FandolFang, FandolFang R")
_KAI = _listed("KaiTi_GB2312, 楷体_GB2312, KaiTi, 楷体")
_KAI_OF_OTHERS = _listed(
    "STKaiti, 华文楷体, Kaiti SC, FZKai-Z03S, FZKai-Z03, FandolKai, AR PL UKai, AR PL KaitiM GB, LXGW WenKai, 霞鹜文楷"
)
_XIAOBIAOSONG = _listed("方正小标宋简体, 方正小标宋_GBK, FZXiaoBiaoSong-B05S, FZXiaoBiaoSong-B05")
_LIKE_XIAOBIAOSONG = ("STZhongsong", "华文中宋", *_SONG_IN_WEIGHTS)
_LIKE_TIMES = _listed(
    "Liberation Serif, Tinos, Nimbus Roman, TeX Gyre Termes, Times, FreeSerif, Libertinus Serif"  # the last is typst's
)

WANTED = {
    LATIN: Wanted("Times New Roman", ("Times New Roman",), _LIKE_TIMES),
    "title": Wanted("方正小标宋简体", _XIAOBIAOSONG, (*_LIKE_XIAOBIAOSONG, *_ALL_SONG, *_ALL_HEI)),
    "heading": Wanted("黑体", _HEI, (*_HEI_OF_OTHERS, *_ALL_SONG)),
    "subheading": Wanted("楷体_GB2312", _KAI, (*_KAI_OF_OTHERS, *_ALL_SONG, *_ALL_HEI)),
    "body": Wanted("仿宋_GB2312", _FANG, (*_FANG_OF_OTHERS, *_ALL_SONG, *_ALL_HEI)),
    "table": Wanted("宋体", _SONG, (*_SONG_IN_ONE_WEIGHT, *_SONG_IN_WEIGHTS, *_ALL_HEI)),
}
"""The page's typefaces by their use: GB/T 9704-2012 as agencies apply it."""

_CHINESE = frozenset(name for use, face in WANTED.items() if use != LATIN for name in (*face.names, *face.instead))


class FontChoice(NamedTuple):
    """The fonts of this run. ``families`` gives each use its family; ``missing`` pairs what was wanted with it.

    ``title_weight`` is how heavy the title is set: regular or bold.
    """

    fonts: Fonts
    families: dict[str, str]
    missing: tuple[tuple[str, str], ...]
    title_weight: str


@cache
def chosen() -> FontChoice:
    """The fonts that are there, looked for once. Raises UnprintableError without typst or without a Chinese font."""
    folders = tuple(filter(None, os.environ.get(DIRECTORIES, "").split(os.pathsep)))
    fonts = _search(folders)
    families = choose(fonts.families(), folders)
    heavy = {font.family for font in fonts.fonts() if font.weight >= _BOLD}
    return FontChoice(fonts, families, missing(families), title_weight(families, heavy))


def choose(there: Sequence[str], folders: Sequence[str] = ()) -> dict[str, str]:
    """The family for each use among those that are there; any Chinese font rather than none.

    Raises UnprintableError when there is none at all; ``folders`` is where they were looked for, if not everywhere.
    """
    known = {name.casefold(): name for name in there}
    if not any(name.casefold() in known for name in _CHINESE):
        raise _without_chinese(folders)
    return {use: _first(face, known) for use, face in WANTED.items()}


def _without_chinese(folders: Sequence[str]) -> UnprintableError:
    if folders:
        return UnprintableError(
            f"环境变量 {DIRECTORIES} 指明的文件夹里没有中文字体，不能生成 PDF：{'、'.join(folders)}",
            "请把仿宋、黑体、楷体、宋体等字体的文件放进这个文件夹；或者去掉这个环境变量，改用电脑上安装的字体",
        )
    return UnprintableError(
        "这台电脑上没有找到中文字体，不能生成 PDF",
        "请安装仿宋、黑体、楷体、宋体，或者思源宋体（Noto Serif CJK SC）；"
        f"不能安装的，把字体文件放在一个文件夹里，用环境变量 {DIRECTORIES} 指明它",
    )


def missing(families: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What was wanted and what is used in its place, each pair once."""
    return tuple((face.shown, families[use]) for use, face in WANTED.items() if not _is_own(face, families[use]))


def title_weight(families: dict[str, str], heavy: Set[str]) -> str:
    """小标宋 is bold in its one weight; what stands in for it is set bold, if it is among the ``heavy`` families."""
    title = families["title"]
    return "bold" if title in heavy and not _is_own(WANTED["title"], title) else "regular"


def _first(face: Wanted, known: dict[str, str]) -> str:
    every = (*face.names, *face.instead, *sorted(_CHINESE))
    return next(known[name.casefold()] for name in every if name.casefold() in known)


def _is_own(face: Wanted, family: str) -> bool:
    return family.casefold() in {name.casefold() for name in face.names}


def _without_memory() -> UnprintableError:
    return UnprintableError(
        "内存不够，不能生成 PDF",
        "请关掉别的程序，或者放宽对内存的限制（ulimit -v）再试；也可以生成 docx，在别的电脑上另存为 PDF",
    )


def _search(folders: Sequence[str]) -> Fonts:
    if is_too_little():
        raise _without_memory()
    try:
        from typst import Fonts
    except ModuleNotFoundError as problem:
        raise UnprintableError(
            "生成 PDF 要用的部件没有安装", f"请运行下面的命令，再生成：{install_command('pdf')}"
        ) from problem
    except ImportError as problem:  # it is there, but the system does not load it
        raise _without_memory() from problem
    return Fonts(include_system_fonts=not folders, font_paths=list(folders))
