"""The former name of ``rule_trials``, until nothing imports it any more."""

from rule_trials import found, literal, make_report, part_five, part_six, preface, topic

__all__ = ["found", "literal", "make_report", "part_five", "part_six", "preface", "topic"]
