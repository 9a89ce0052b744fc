"""Keys put right in a tree: what stands below is found under the new key, spans stay, the tree read stays as it was."""

from generator.pipeline.opening import read_tree
from generator.report.places import places_in
from generator.report.reading import plain
from generator.report.renaming import renamed

TEXT = "申请:\n  新收: {公民: 1}\n  结转: 0\n名单: [{公民: 1}]\n"


def test_renames_at_every_depth() -> None:
    root = read_tree(TEXT.encode()).root
    assert root is not None
    new = renamed(root, {("申请",): "甲", ("申请", "新收", "公民"): "自然人", ("名单", 0, "公民"): "乙"})
    assert plain(new) == {"甲": {"新收": {"自然人": "1"}, "结转": "0"}, "名单": [{"乙": "1"}]}
    assert plain(root) == {"申请": {"新收": {"公民": "1"}, "结转": "0"}, "名单": [{"公民": "1"}]}
    assert places_in(new).key(("甲", "新收", "自然人")) == places_in(root).key(("申请", "新收", "公民"))


def test_without_renames_the_tree_is_the_same() -> None:
    root = read_tree(TEXT.encode()).root
    assert root is not None
    assert renamed(root, {}) is root
