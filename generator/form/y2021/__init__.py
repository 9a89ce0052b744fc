"""The 2021 edition of the form (国办公开办函〔2021〕30号), in force for the years reported from 2021 on."""

from generator.form.names import REPORT
from generator.form.y2021.applications import APPLICATIONS
from generator.form.y2021.front import FRONT
from generator.form.y2021.narratives import OTHER_MATTERS, OVERVIEW, PROBLEMS
from generator.form.y2021.proactive import PROACTIVE
from generator.form.y2021.reviews import REVIEWS

FIRST_YEAR = 2021
NOTICE = "国办公开办函〔2021〕30号"
TITLE_ENDING = f"年{REPORT}"
PARTS = (OVERVIEW, PROACTIVE, APPLICATIONS, REVIEWS, PROBLEMS, OTHER_MATTERS)
ITEMS = (*FRONT, *PARTS)
