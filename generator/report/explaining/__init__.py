"""Why a file does not fit the schema, in the clerk's words: NB101 to NB105 with place, cause and what to write.

``problems`` takes the validator's errors as plain facts (path, keyword, value). ``keys`` judges the keys of a mapping
(misspelt, numbered, in the wrong place, unknown), ``missing`` what is not there, ``values`` what is of the wrong kind.
"""

from generator.report.explaining.explain import explain_problems
from generator.report.explaining.problems import SchemaProblem, problems_in

__all__ = ["SchemaProblem", "explain_problems", "problems_in"]
