"""nianbao.yaml → the office's rules, with a finding for whatever could not be read; the rest holds."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from generator.findings import Finding, Path, error
from generator.form.words import nearest
from generator.profile import model
from generator.profile.model import KEYS, LEVELS, OfficeRules, Setting, SettingKey
from generator.source import nodes
from generator.source.nodes import Node, Scalar, Sequence
from generator.source.reader import Tree

_CODE = re.compile(r"NB\d{3}")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*[%％]?")
_POINTS = re.compile(r"\d{1,4}(?:\.\d{1,4})?")
_DATE = re.compile(r"(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?")
_MOST_COUNT = 1_000_000
"""Characters that a part may be allowed: no report is longer."""


class ReadRules(NamedTuple):
    """The rules, and what was wrong."""

    rules: OfficeRules
    findings: tuple[Finding, ...]


class _UnfitError(Exception):
    """A value that cannot be read; the message says what to write."""


def known_keys() -> dict[str, frozenset[str]]:
    """Every key, each with what it stands below: a slip in the syntax is told from text by them."""
    found = {key.key: frozenset({""}) for key in KEYS}
    for key in KEYS:
        found |= {field.key: frozenset({key.key}) for field in key.fields}
    return found


def read_rules(file: str, tree: Tree) -> ReadRules:
    """Read the settings in a tree; ``file`` is where they stand."""
    findings = [*tree.source.findings, *tree.findings]
    values = _record(tree.root, KEYS, (), findings) if tree.root is not None else {}
    site, marks = values.get(model.SITE) or {}, values.get(model.MARKS) or {}
    pages = values.get(model.PAGES)
    rules = OfficeRules(
        file=file,
        name=values.get(model.NAME) or "",
        deadline=values.get(model.DEADLINE),
        length=values.get(model.LENGTH),
        likeness=values.get(model.LIKENESS),
        numbers=values.get(model.NUMBERS) or {},
        wordings=values.get(model.WORDINGS) or {},
        site={tag: site[tag] for tag in model.META_TAGS if site.get(tag)},
        pages_outside=None if pages is None else pages == "奇偶分置",
        template=os.path.join(os.path.dirname(file), values[model.TEMPLATE]) if values.get(model.TEMPLATE) else "",
        severities=values.get(model.SEVERITIES) or {},
        signers=values.get(model.SIGNERS) or (),
        full_mark=marks.get(model.FULL_MARK),
        faults=marks.get(model.FAULTS) or {},
    )
    return ReadRules(rules, tuple(found.in_file(file) for found in findings))


def _record(node: Node, keys: tuple[SettingKey, ...], path: Path, findings: list[Finding]) -> dict[str, Any]:
    if not isinstance(node, nodes.Mapping):
        findings.append(
            error("NB103", "这里应当是一条条的设置", node.span, hint="写成“名称: 值”，一行一条。", path=path)
        )
        return {}
    known = {key.key: key for key in keys}
    values: dict[str, Any] = {}
    for entry in node.entries:
        name, here = entry.key.text, (*path, entry.key.text)
        key = known.get(name)
        if key is None:
            findings.append(_unknown(name, entry.key, here, known))
        elif key.kind is Setting.RECORD:
            values[name] = _record(entry.value, key.fields, here, findings)
        else:
            try:
                values[name] = _READERS[key.kind](entry.value, key)
            except _UnfitError as unfit:
                findings.append(error("NB103", f"“{name}”的写法不对", entry.value.span, hint=str(unfit), path=here))
    return values


def _unknown(name: str, key: Scalar, path: Path, known: Mapping[str, SettingKey]) -> Finding:
    near = nearest(name, known)
    hint = f"是不是“{near}”？" if near else ""
    return error("NB102", f"设置里没有“{name}”", key.span, hint=f"{hint}可以写：{'、'.join(known)}。", path=path)


def _text(node: Node, _key: SettingKey | None = None) -> str:
    if not isinstance(node, Scalar) or node.is_blank:
        raise _UnfitError("请写一句文字。")
    return node.text.strip()


def _date(node: Node, _key: SettingKey) -> date:
    match = _DATE.fullmatch(_text(node))
    try:
        return date(*map(int, match.groups())) if match else _no_date()
    except ValueError:
        raise _UnfitError("没有这一天，请写成 2026-01-31。") from None


def _no_date() -> date:
    raise _UnfitError("请写成 2026-01-31。")


def _count(node: Node, _key: SettingKey) -> int:
    text = _text(node)
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= _MOST_COUNT and len(text) < 9):
        raise _UnfitError("请写整数，例如 1000。")
    return int(text)


def _share(node: Node, _key: SettingKey) -> Decimal:
    match = _SHARE.fullmatch(_text(node))
    if not match or Decimal(match[1]) > 100:
        raise _UnfitError("请写百分之几，例如 50%。")
    return Decimal(match[1]) / 100


def _points(node: Node, _key: SettingKey | None = None) -> Decimal:
    text = _text(node).lstrip("-−－")
    if not _POINTS.fullmatch(text):
        raise _UnfitError("请写分数，例如 0.5。")
    return Decimal(text)


def _file(node: Node, _key: SettingKey) -> str:
    name = _text(node).replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise _UnfitError("文件要放在这份设置的文件夹里，只写文件名。")
    return name


def _choice(node: Node, key: SettingKey) -> str:
    text = _text(node)
    if text not in key.choices:
        raise _UnfitError(f"可以写：{'、'.join(key.choices)}。")
    return text


def _names(node: Node, _key: SettingKey | None = None) -> tuple[str, ...]:
    if not isinstance(node, Sequence) or not node.items:
        raise _UnfitError("请写成一组，例如 [拟稿, 审核, 签发]。")
    return tuple(_text(item) for item in node.items)


def _mapping(node: Node) -> dict[str, Node]:
    if not isinstance(node, nodes.Mapping) or not node.entries:
        raise _UnfitError("下面应当是“名称: 值”，一行一条。")
    return {entry.key.text: entry.value for entry in node.entries}


def _wordings(node: Node, _key: SettingKey) -> dict[str, str]:
    found = {wrong: _text(right) for wrong, right in _mapping(node).items()}
    if any(not wrong.strip() or wrong == right for wrong, right in found.items()):
        raise _UnfitError("左边写不用的说法，右边写应当用的，两边不能相同。")
    return found


def _numbers(node: Node, _key: SettingKey) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {topic: tuple(map(_alternatives, _items(items))) for topic, items in _mapping(node).items()}


def _items(node: Node) -> list[Node]:
    if not isinstance(node, Sequence) or not node.items:
        raise _UnfitError("小标题下面写一组词语，例如 [网站, [微信, 公众号]]。")
    return node.items


def _alternatives(node: Node) -> tuple[str, ...]:
    return _names(node) if isinstance(node, Sequence) else (_text(node),)


def _severities(node: Node, _key: SettingKey) -> dict[str, Any]:
    found = {}
    for code, level in _mapping(node).items():
        if not _CODE.fullmatch(code.upper()) or _text(level) not in LEVELS:
            raise _UnfitError(f"请写成 NB302: 错误，级别是 {'、'.join(LEVELS)} 之一。")
        found[code.upper()] = LEVELS[_text(level)]
    return found


def _faults(node: Node, key: SettingKey) -> dict[str, Decimal]:
    found = _mapping(node)
    if strange := [name for name in found if name not in key.choices]:
        raise _UnfitError(f"没有“{strange[0]}”，可以写：{'、'.join(key.choices)}。")
    return {name: _points(points) for name, points in found.items()}


_READERS: dict[Setting, Callable[[Node, SettingKey], Any]] = {
    Setting.TEXT: _text,
    Setting.DATE: _date,
    Setting.COUNT: _count,
    Setting.SHARE: _share,
    Setting.POINTS: _points,
    Setting.FILE: _file,
    Setting.CHOICE: _choice,
    Setting.NAMES: _names,
    Setting.WORDINGS: _wordings,
    Setting.NUMBERS: _numbers,
    Setting.SEVERITIES: _severities,
    Setting.FAULTS: _faults,
}
