"""The parts of ``rpds`` that jsonschema and referencing use: containers that are copied at each change.

Schemas hold a few dozen names, so copying costs nothing that is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any


class HashTrieMap(Mapping[Any, Any]):
    """A mapping that never changes; each change gives another."""

    __slots__ = ("_entries",)

    def __init__(self, entries: Any = (), **more: Any) -> None:
        self._entries = dict(entries, **more)

    @classmethod
    def convert(cls, value: Any) -> HashTrieMap:
        """The mapping itself where it is one of these."""
        return value if isinstance(value, cls) else cls(value)

    def __getitem__(self, key: Any) -> Any:
        return self._entries[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def insert(self, key: Any, value: Any) -> HashTrieMap:
        """With one entry more."""
        return HashTrieMap({**self._entries, key: value})

    def remove(self, key: Any) -> HashTrieMap:
        """Without an entry. Raises KeyError when there is none."""
        rest = dict(self._entries)
        del rest[key]
        return HashTrieMap(rest)

    def discard(self, key: Any) -> HashTrieMap:
        """Without an entry, if there is one."""
        return self.remove(key) if key in self._entries else self

    def update(self, *others: Any, **more: Any) -> HashTrieMap:
        """With the entries of others too; the last one holds."""
        entries = dict(self._entries)
        for other in (*others, more):
            entries.update(other)
        return HashTrieMap(entries)


class HashTrieSet(Set[Any]):
    """A set that never changes."""

    __slots__ = ("_members",)

    def __init__(self, members: Iterable[Any] = ()) -> None:
        self._members = frozenset(members)

    def __contains__(self, member: object) -> bool:
        return member in self._members

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __hash__(self) -> int:
        return hash(self._members)

    def insert(self, member: Any) -> HashTrieSet:
        """With one member more."""
        return HashTrieSet(self._members | {member})

    def remove(self, member: Any) -> HashTrieSet:
        """Without a member. Raises KeyError when it is none."""
        if member not in self._members:
            raise KeyError(member)
        return HashTrieSet(self._members - {member})

    def discard(self, member: Any) -> HashTrieSet:
        """Without a member, if it is one."""
        return HashTrieSet(self._members - {member})

    def update(self, *others: Iterable[Any]) -> HashTrieSet:
        """With the members of others too."""
        return HashTrieSet(self._members.union(*others))


class List(Sequence[Any]):
    """A list that never changes."""

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self._items = tuple(items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, List) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def push_front(self, item: Any) -> List:
        """With one item more at the front."""
        return List((item, *self._items))

    def drop_first(self) -> List:
        """Without the first item. Raises IndexError when there is none."""
        if not self._items:
            raise IndexError(0)
        return List(self._items[1:])

    @property
    def first(self) -> Any:
        """The first item."""
        return self._items[0]

    @property
    def rest(self) -> List:
        """All but the first item."""
        return List(self._items[1:])
