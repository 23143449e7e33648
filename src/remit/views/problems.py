"""What is wrong with a model file, as the result of validating it."""

from __future__ import annotations

from remit.model.files.problems import ModelErrors
from remit.model.text import Text
from remit.views import texts as t
from remit.views.report_json import dumps

COUNT_ONE = Text("1 fel.", "1 error.")
COUNT_MANY = Text("{n} fel.", "{n} errors.")
VALID = Text("{model}: {n} entiteter, inga fel.", "{model}: {n} entities, no errors.")


def render(errors: ModelErrors, form: str, lang: str) -> str:
    """Every error on a line, then how many there are; or the same as JSON."""
    if form == "json":
        found = [
            {
                "file": problem.mark.file,
                "line": problem.mark.line,
                "column": problem.mark.column,
                "path": problem.path,
                "code": problem.code,
                "text": problem.text(lang),
            }
            for problem in errors.problems
        ]
        return dumps({"remit": 1, "valid": False, "errors": found})
    return f"{errors.render(lang)}\n{t.count(len(errors.problems), COUNT_ONE, COUNT_MANY, lang)}\n"


def render_valid(model: str, entities: int, form: str, lang: str) -> str:
    """That a model is well formed, and how many entities it has."""
    if form == "json":
        return dumps({"remit": 1, "valid": True, "entities": entities, "errors": []})
    return t.fill(VALID, lang, model=model, n=entities) + "\n"
