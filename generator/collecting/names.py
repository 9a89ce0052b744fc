"""Whose report it is: the roster's names, earlier and short ones included, and the near ones as suggestions only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from generator.collecting.records import Agency
from generator.report.agencies import is_short_for, plain, same_agency, without_regions

_NEAR = 80
"""Of a hundred: from this likeness on a name is suggested. One character of five may differ (水利局, 水务局)."""
_SUGGESTED = 3
"""Most agencies that are suggested for one name."""
TELLING = 3
"""Characters of a name from which it tells an agency, in a file's name, in a text, or at the end of a longer name."""


def name_form(name: str) -> str:
    """A name as it is compared: full-width and half-width alike, without blanks and invisible characters."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    seen = "".join(c for c in folded if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))
    return unicodedata.normalize("NFKC", seen)


class Directory:
    """The roster by name. Agencies are told by their place in it."""

    def __init__(self, agencies: Sequence[Agency]) -> None:
        self.agencies = tuple(agencies)
        self._names: dict[str, int] = {}
        self._others: dict[str, set[int]] = {}
        for place, agency in enumerate(agencies):
            self._names.setdefault(name_form(agency.name), place)
            for other in (*agency.former_names, *agency.short_names):
                self._others.setdefault(name_form(other), set()).add(place)
        self._plain = [
            tuple(plain(name_form(name)) for name in (agency.name, *agency.former_names, *agency.short_names))
            for agency in agencies
        ]
        self._first = [names[0] for names in self._plain]

    def find(self, name: str, former_names: Iterable[str] = ()) -> int | None:
        """The agency of exactly that name; else the only one that has it, or one of ``former_names``, as another name.

        None when there is none, or when several could be meant.
        """
        form = name_form(name)
        if form in self._names:
            return self._names[form]
        if form in self._others:
            return _only(self._others[form])
        former = {place for earlier in former_names for place in self._called(name_form(earlier))}
        return _only(former)

    def near(self, name: str) -> tuple[int, ...]:
        """Who may be meant by a name that :meth:`find` does not know: those of that other name, or the most like."""
        form = name_form(name)
        if form in self._others:
            return tuple(sorted(self._others[form]))
        wanted = plain(form)
        for alike in (_same_end, same_agency, _shortened):
            found = [place for place, names in enumerate(self._plain) if any(alike(wanted, name) for name in names)]
            if 0 < len(found) <= _SUGGESTED:
                return tuple(found)
        return self._most_like(wanted)

    def named_in(self, text: str) -> tuple[int, ...]:
        """The agencies whose name stands in a file's path, with or without its region; the longest names win."""
        form = name_form(text)
        known = [*self._names.items(), *((name, p) for name, places in self._others.items() for p in places)]
        known += [(without_regions(name), place) for name, place in known]
        found = [(len(name), place) for name, place in known if len(name) >= TELLING and name in form]
        longest = max((length for length, _ in found), default=0)
        named = {place for length, place in found if length == longest}
        return tuple(sorted(named)) if len(named) <= _SUGGESTED else ()

    def _called(self, form: str) -> set[int]:
        return {self._names[form]} if form in self._names else self._others.get(form, set())

    def _most_like(self, wanted: str) -> tuple[int, ...]:
        from rapidfuzz import fuzz, process

        found = process.extract(wanted, self._first, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_SUGGESTED + 1)
        best = [place for _, score, place in found if score == found[0][1]]
        return tuple(sorted(best)) if len(best) <= _SUGGESTED else ()


def _only(places: set[int]) -> int | None:
    return next(iter(places)) if len(places) == 1 else None


def _shortened(name: str, other: str) -> bool:
    """Whether one plain name is short for the other (温县卫健委, 温县卫生健康委员会)."""
    shorter, longer = sorted((name, other), key=len)
    return len(shorter) >= TELLING and is_short_for(shorter, longer)


def _same_end(name: str, other: str) -> bool:
    """Whether two plain names are the same but for the regions before them (温县水利局, 水利局)."""
    shorter, longer = sorted((name, other), key=len)
    return len(shorter) >= TELLING and longer.endswith(shorter)
