"""Pages read without lxml give lxml's tree, however they are broken."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pure.damage import damaged

from generator.pure import elements

EXAMPLE = Path(__file__).parents[2] / "examples" / "温县人民政府办公室-2022.html"
BITS = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<td>",
    "</td>",
    "<tr>",
    "</tr>",
    "<table>",
    "</table>",
    "<b>",
    "</b>",
    "<span>",
    "<li>",
    "<ul>",
    "</ul>",
    "<!--",
    "-->",
    "<",
    ">",
    '"',
    "&",
    "&nbsp",
    "<br/>",
    "</",
    "<!",
    "<?x",
    "<a href=x>",
    "<h2>",
    "<font>",
    "<th>",
    "<tbody>",
    "<title>",
    "<script>",
    "</script>",
    "<o:p>",
    "<form>",
    "<center>",
    "&#160;",
    "&#x3000;",
    "&copy=",
    "<style>",
    "<col>",
    "<option>",
    "<select>",
    "<textarea>",
    "&#11;",
    "<section>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<u>",
    "<caption>",
    "<thead>",
    "<tfoot>",
)
CASES = (
    "a",
    "a</p>b",
    "<!--c--><div>x",
    "x<!--c--",
    "<?php x?>a",
    "<table><tr><td>1<td>2<tr><td>3</table>x",
    "<p",
    '<p x="a',
    "<p>x<",
    "</>x",
    "<table>text<tr><td>1</td></tr></table>",
    "<p><div>a</div>b</p>c",
    "<b><p>x</b>y</p>",
    "<div/>a",
    "<td></tr>x",
    "<p>x</p z>y",
    "<html><head><title>t</title></head><body class=a>x<body class=b id=q>y",
    "<title>a<b>c</title>d",
    "<textarea><p>a</textarea>",
    "&nbsp;&copyx;&#20013;&#x4e2d;&amp &lt;b&gt;&unknown;&#0;&#128;&#1;&#;",
    '<a href="?a=1&copy=2&amp;b">x</a>',
    "<p/ x>a",
    "<p /x=1/ >a",
    "<p x=1 y=\"2\" z='3' Q w = 5 x=6>t",
    "<p =x>y",
    '<p "a">y',
    "<p a=>y",
    '<p a="1"b="2">y',
    "< p>x",
    "<1>x",
    "</ p>x",
    "<p<b>x",
    "<o:p>a</o:p>",
    "<![CDATA[x]]>y",
    "<!doctype html><p>x",
    "<head>x</head>y",
    "<p>a<html lang=x><p>b",
    "<p>a<head><p>b</head>c",
    "<td>a</td><td>b</td>",
    "<table><tr><td><table><tr><td>i</table>o</table>",
    "<div><table><tr><td>a</div>b</table>c",
    "<ul><li><div>a<li>b</ul>",
    "a\r\nb\rc",
    "<script><!-- <script> </script> --></script>q",
    '<script>"</scr"+"ipt>"</script >z',
    "<!-->x-->y",
    "<!--a--!>b",
    "<meta><title>a</title>b",
    "<html>\n<body>a",
    "   <p>a",
    "<frameset><frame></frameset>",
    "<html><head></head><script>a</script><p>x",
    "<a>1<a>2</a>3</a>",
    "<P CLASS=X>A</P>",
)


def shape(library: Any, page: str) -> list[Any]:
    """The tree as a list, without text that is blank."""
    parser = library.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    root = library.fromstring(page.encode("utf-8", "replace"), parser)
    if root is None:
        return []
    found: list[Any] = []
    for event, element in library.iterwalk(root, events=("start", "end", "comment", "pi")):
        plain = isinstance(element.tag, str)
        found.append((event, element.tag, sorted(element.attrib.items())) if plain else "aside")
        text = (element.text if event == "start" else element.tail) or ""
        found.extend([text.strip(" \t\r\n")] if text.strip(" \t\r\n") else [])
    return found


@pytest.mark.parametrize("page", CASES)
def test_each_repair_is_lxmls(page: str) -> None:
    assert shape(elements, page) == shape(etree, page)


def test_damaged_pages_have_the_same_tree() -> None:
    page = EXAMPLE.read_text("utf-8")
    chance = random.Random(17)
    starts = [chance.randrange(len(page) - 1500) for _ in range(20)]
    for text in damaged([page[:3000], *(page[start : start + 1500] for start in starts)], BITS, 300, seed=17):
        assert shape(elements, text) == shape(etree, text), text


@pytest.mark.parametrize("depth", [254, 255, 400])
def test_too_deep_is_told_at_the_same_depth(depth: int) -> None:
    logs = []
    for library in (elements, etree):
        parser = library.HTMLParser(encoding="utf-8")
        library.fromstring(b"<div>" * depth + b"x", parser)
        logs.append(any("depth" in entry.message for entry in parser.error_log))
    assert logs[0] == logs[1] == (depth > 254)


@pytest.mark.parametrize(
    "data", [b"<a><b></a>", b"", b"<a>&x;</a>", b"<!DOCTYPE a><a/>", b"<a>" * 300, b"\xff\xfe", b"<a:b/>"]
)
def test_a_broken_package_is_refused(data: bytes) -> None:
    with pytest.raises(elements.XMLSyntaxError):
        elements.fromstring(data)


def test_xml_keeps_names_texts_and_what_stands_around() -> None:
    root = elements.fromstring('<a xmlns="u" x="1">文<!--c-->y<b>z<c/></b>w<?p q?>v</a>'.encode())
    assert root is not None
    inner = next(root.iterdescendants("{u}c"))
    assert [one.tag for one in inner.iterancestors()] == ["{u}b", "{u}a"]
    assert [one.tag for one in root.iterchildren("{*}b", "{*}x")] == ["{u}b"]
    assert "".join(root.itertext()) == "文yzwv"
    assert root.getroottree().docinfo.doctype == ""
