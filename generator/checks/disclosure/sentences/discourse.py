"""What a report's text takes for granted at a point: subject, time, whose work; updated word by word."""

from __future__ import annotations

from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.checks.disclosure.sentences.number_context import REASONS, is_all
from generator.checks.disclosure.sentences.phrase_words import (
    APPLICATIONS,
    are_last_years,
    is_part,
    names_office,
    of_another_kind,
    of_stock,
    subjects_in,
    taken_in,
)
from generator.checks.disclosure.sentences.phrases import CLOSING, OPENING, Phrase
from generator.checks.disclosure.sentences.whole_sentences import of_others_cases, own_cases_from, sifts
from generator.checks.disclosure.sentences.words import (
    DECIDING,
    LASTING_PLANS,
    PER_TIME,
    SORTED,
    TOTTING_UP,
)
from generator.form.model import Path

_ACT, _QUALIFIER, _SUBJECT = Sense.ACT, Sense.QUALIFIER, Sense.SUBJECT
_WHOLES = frozenset({"NB302", "NB303"})
"""The rules whose figures are broken down by applicants: results, and what was carried over."""
_OF_WHOLE = frozenset({Sense.CARRIED, Sense.RESULT, Sense.ACT, Sense.NEXT_YEAR, Sense.LAST_YEAR})
TIMES = frozenset({Sense.PLAN, Sense.THIS_YEAR, Sense.LAST_YEAR, Sense.NEXT_YEAR, Sense.OTHER_TIME})
"""The sorts of words that say when, or that something is only planned."""
_ANEW = frozenset({_ACT, _SUBJECT})
_DISCLOSURE = "信息公开"
_AMONG = frozenset({"中", "之中"})
_OTHER_YEARS = frozenset({Sense.LAST_YEAR, Sense.NEXT_YEAR, Sense.OTHER_TIME})


class Standing:
    """``topic``: what the entry is about. ``subject``: what a bare verb speaks of now (None: something else).

    ``near``: what this paragraph has named. ``other_time``: the sentence tells of another year; ``pace``: only
    because this phrase tells how often or how fast. ``planned``: the paragraph has gone over to plans. ``pending``: the
    words of the phrase before, when it had no number. ``last_act``:
    what was said to be done to the applications last counted; their applicants are counted for the same.
    ``sorts_documents``, ``sifts_documents``: the sentence is about how documents were sorted, or looked through.
    ``publishing``: what is listed was published, which is not all there is. ``others_cases``: the cases
    are not the agency's own, or not over its answers, until ``own_cases_from``. ``whole``: the words for a number that
    is broken down into parts, ``opened``: whether its parts are being told (结转下年度的3件中，…). ``divided``: the
    sentence tells a part of what was done with this verb (提前办结), so that its other numbers are parts too.
    ``among_whole``: its parts are told behind 中, and no other result is. ``of_one_kind``: the applications of one kind
    of applicants were counted, and not all of them before. ``narrowed``: those of some only are being told.
    ``by_kinds``: the whole is told by kinds of applicants. ``outcome``: how the cases last counted ended, of whichever
    row. ``among``: the cases of this row are told one by one (5件复议案件中，…).
    ``lists_results``: results stand in it one by one. ``outside``: the words before the bracket that is open.
    ``of_office``: the sentence tells of a government's own office. ``of_years``: the paragraph speaks of a stretch of
    years, so that what it totals (累计) may be theirs.
    """

    def __init__(self, topic: Path | None, *, of_years: bool = False) -> None:
        self.topic = topic
        self.of_years = of_years
        self.subject: Path | None = None
        self.near: set[Path] = set()
        self.linked = False
        self.this_year = False
        self.other_time = False
        self.pace = False
        self.planned = False
        self.pending: list[Word] = []
        self.last_act: Word | None = None
        self.sorts_documents = False
        self.sifts_documents = False
        self.publishing = False
        self.others_cases = False
        self.own_cases_from = 0
        self.whole: list[Word] = []
        self.opened = False
        self.among_whole = False
        self.divided = False
        self.of_one_kind = False
        self.counts_all = False
        self.narrowed = False
        self.last_whole: tuple[Path, ...] = ()
        self.by_kinds = False
        self.outcome: Word | None = None
        self.among: Path | None = None
        self.lists_results = False
        self.of_office = False
        self.outside: list[Word] = []

    def begin_sentence(self, text: str, start: int, first: list[Word]) -> None:
        """A new sentence, at ``start`` in the whole text: back to the topic, unless it goes on with 其中."""
        goes_on = any(word.sort is Sense.PART_OF for word in first[:1])
        if not goes_on or self.subject is None:
            self.subject, self.other_time, self.this_year = self.topic, False, False
            self.last_act, self.publishing = None, False
            self.whole, self.opened, self.among_whole = [], False, False
        self.pending = []
        self.outside = []
        self.divided = False
        self.of_one_kind, self.counts_all, self.among = False, False, None
        self.narrowed, self.by_kinds, self.outcome = False, False, None
        self.last_whole = ()
        self.of_office = False
        self.lists_results = "部分公开" in text and "主动公开" not in text
        self.sorts_documents = any(word in text.replace("规范性文件", "") for word in SORTED)
        self.sifts_documents = sifts(text)
        own = own_cases_from(text)
        self.own_cases_from = start + own if own else 0
        self.others_cases = own > 0 or of_others_cases(text)
        if self.topic:
            self.near.add(self.topic)
            self.linked = self.linked or self.topic == APPLICATIONS

    def reach(self, start: int) -> None:
        """A phrase begins at ``start``: of cases over anything the sentence may have come to those over information."""
        if self.others_cases and 0 < self.own_cases_from <= start:
            self.others_cases = False

    def time_of(self, words: list[Word]) -> bool:
        """Whether a number after these words is about another time; remembers what holds for the rest."""
        sorts = {word.sort for word in words}
        if TIMES.isdisjoint(sorts):
            return self.is_elsewhen
        if Sense.PLAN in sorts and any(word.text in LASTING_PLANS for word in words):
            self.planned = True
        if Sense.THIS_YEAR in sorts:
            self.this_year, self.other_time = True, False
        others = [word for word in words if word.sort in _OTHER_YEARS]
        if self.this_year or (Sense.SUBJECT in sorts and not self.of_years and not of_stock(words)):
            others = [word for word in others if word.text not in TOTTING_UP]
        if not others or (Sense.CARRIED in sorts and all(word.sort is not Sense.OTHER_TIME for word in others)):
            return self.is_elsewhen
        if not sorts & {Sense.COMPARED, Sense.CHANGED}:
            self.pace = not self.other_time and all(word.text in PER_TIME for word in others)
            self.other_time = True
        return True

    @property
    def is_elsewhen(self) -> bool:
        """Whether what is told without a word for the time is of another time."""
        return self.other_time or self.planned

    def link(self, words: list[Word]) -> None:
        """Remember what the words name."""
        for word in words:
            sort = word.sort
            if sort is _ACT or word.text in DECIDING:
                self.publishing = word.value is Act.PUBLISHED and not any(is_all(w) for w in words)
            if sort is _QUALIFIER:
                self.linked = True
            elif sort is _SUBJECT and (not word.value.partial or self._is_near(word)):
                self.near.add(word.value.path)
                self.linked = self.linked or word.value.path == APPLICATIONS or _DISCLOSURE in word.text

    def _is_near(self, word: Word) -> bool:
        """Whether a word that may mean other things too stands where its thing was spoken of already."""
        return bool(word.value.path in self.near)

    def after(self, phrase: Phrase, subject: Path | None) -> None:
        """What holds after a phrase whose numbers (if any) spoke of ``subject``."""
        words, sorts = phrase.words, phrase.sorts
        if self.pace:
            self.pace = False
            self.other_time = any(number.is_count for number in phrase.numbers)
        self._brackets(phrase, words)
        self.of_office = self.of_office or (Sense.OWN_LEVEL in sorts and names_office(phrase.groups[0]))
        if subject is not None:
            self.subject = subject
            return
        if Sense.UNKNOWN in sorts and _SUBJECT in sorts and of_another_kind(words):
            self.subject = None
            return
        aside = phrase.depth > 0 or Sense.PART_OF in sorts
        named = [path for path in subjects_in(words) if path in self.near] if Sense.SUBJECT in sorts else []
        foreign = Sense.FOREIGN in sorts
        if len(named) == 1 and not foreign and not aside:
            self.subject = named[0]
        elif not aside and (foreign or (Sense.UNKNOWN in sorts and (phrase.numbers or self.topic != APPLICATIONS))):
            self.subject = None

    def open(self, before: list[Word]) -> None:
        """其中 before a number opens the parts of the number counted last."""
        if self.whole and any(word.sort is Sense.PART_OF for word in before):
            self.opened = True

    def tells_of_some(self, before: list[Word], whole: tuple[Path, ...], limits: bool) -> bool:
        """Whether a number is some of those only that were counted last; ``whole``: what it seems to be the figure of.

        网上收到16件，其中自然人12件 (``limits``: it opens such parts); 复议5件，其中继发复议2件 (the same name).
        """
        same = bool(whole) and whole == self.last_whole and is_part(before)
        self.last_whole = whole
        parts = self.narrowed and (not any(word.sort in _ANEW for word in before) or is_part(before))
        self.narrowed = limits or parts
        return parts or same

    def counted(self, words: list[Word], code: str, after: list[Word]) -> None:
        """What was counted last, as the whole of the parts that may follow; applications received are none."""
        if not code or self.opened:
            return
        self._tells_one_by_one(words, code, after)
        self.narrowed |= code == "NB303" and not self.counts_all and are_last_years(words, after)
        self.whole = [word for word in words if word.sort in _OF_WHOLE] if code in _WHOLES else []
        self.by_kinds = bool(self.whole) and any(word.sort is Sense.APPLICANT for word in words)
        self.opened = bool(self.whole) and any(word.text in _AMONG for word in (*after[:1], *after[-1:]))
        self.among_whole = self.opened

    def _tells_one_by_one(self, words: list[Word], code: str, after: list[Word]) -> None:
        subjects = subjects_in(words)
        if code == "NB304" and len(subjects) == 1 and any(word.text in _AMONG for word in after[:3]):
            self.among = subjects[0]
        if code == "NB301":
            kind = any(word.sort is Sense.APPLICANT for word in words)
            self.of_one_kind = kind and APPLICATIONS in subjects and self.counts_all is False
            self.counts_all = self.counts_all or not kind

    @staticmethod
    def is_reason(words: list[Word]) -> bool:
        """Whether a clause gives a reason (因…): its time is not that of what follows."""
        return bool(words) and words[0].text in REASONS

    def _brackets(self, phrase: Phrase, words: list[Word]) -> None:
        """What a phrase leaves to the next; behind a bracket goes on what stood before it."""
        if phrase.mark and phrase.mark in CLOSING and not phrase.numbers:
            words = [*self.outside, *words]
        elif phrase.mark and phrase.mark in OPENING:
            if not phrase.numbers and any(word.sort is Sense.RESULT for word in self.outside):
                self.outside = [*self.outside, *taken_in(words)]
            words = self.outside
        self.pending = [] if phrase.numbers and phrase.depth == 0 else words
        if phrase.depth == 0:
            self.outside = self.pending
