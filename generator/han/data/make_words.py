"""Write words.pack from jieba's dict.txt (``python make_words.py dict.txt``); by hand, when the list changes."""

from __future__ import annotations

import re
import struct
import sys
from collections import defaultdict
from pathlib import Path

from generator.han.parts_of_speech import FIRST, LAST, LETTERS

LEAST = 20
"""Times a word must have been seen; rarer ones are mostly names, and would double the file."""
_WORD = re.compile(rf"[{chr(FIRST)}-{chr(LAST)}]{{2,4}}")


def packed(lines: list[str]) -> bytes:
    """The whole file: where each first character's words begin, then the words."""
    blocks: dict[int, list[bytes]] = defaultdict(list)
    for line in lines:
        word, count, tag = line.split(" ")
        if _WORD.fullmatch(word) and int(count) >= LEAST:
            letter = LETTERS.get(tag) or LETTERS.get(tag[0], "x")
            often = chr(ord("A") + int(count).bit_length())
            blocks[ord(word[0])].append(f"\n{word[1:]}{letter}{often}".encode())
    words = [b"".join(sorted(blocks[char])) + b"\n" for char in range(FIRST, LAST + 1)]
    starts, at = [], 0
    for block in words:
        starts.append(at)
        at += len(block)
    return struct.pack(f"<{len(starts) + 1}I", *starts, at) + b"".join(words)


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text("utf-8").splitlines()
    Path(__file__).with_name("words.pack").write_bytes(packed(source))
