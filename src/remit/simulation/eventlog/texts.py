"""What is said of event logs: faults in them, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass

from remit.model.files.problems import Problem, shown
from remit.model.text import Text

TEXTS: dict[str, Text] = {
    "not_xml": Text("är inte välformad XML: {why}", "is not well-formed XML: {why}"),
    "dtd": Text(
        "en DOCTYPE tas inte emot, eftersom den kan hämta andra filer eller svälla: ta bort den",
        "a DOCTYPE is not taken, because it can fetch other files or swell: remove it",
    ),
    "entity": Text(
        "egna entiteter tas inte emot: skriv ut texten i stället",
        "entities of one's own are not taken: write the text out instead",
    ),
    "not_a_log": Text(
        "det yttersta elementet är {found}, inte log: filen är ingen händelselogg i XES",
        "the outermost element is {found}, not log: the file is no event log in XES",
    ),
    "too_deep": Text(
        "element i mer än {limit} nivåer tas inte emot", "elements more than {limit} levels deep are not taken"
    ),
    "too_many_events": Text(
        "loggen har mer än {limit} händelser: dela den", "the log has more than {limit} events: split it"
    ),
    "text_too_long": Text("en text är längre än {limit} tecken", "a text is longer than {limit} signs"),
    "no_events": Text("det finns inga händelser i loggen", "there are no events in the log"),
    "no_activity": Text(
        "händelsen säger inte vad som gjordes (concept:name)", "the event does not tell what was done (concept:name)"
    ),
    "no_time": Text(
        "händelsen säger inte när den skedde (time:timestamp)",
        "the event does not tell when it happened (time:timestamp)",
    ),
    "no_case": Text("raden säger inte vilket ärende den hör till", "the row does not tell which matter it belongs to"),
    "bad_time": Text(
        "{found} är ingen tidpunkt; skriv som 2024-05-06 eller 2024-05-06T13:30:00+02:00",
        "{found} is no point in time; write as 2024-05-06 or 2024-05-06T13:30:00+02:00",
    ),
    "no_column": Text(
        "det finns ingen kolumn för {what}; den kan heta {names}",
        "there is no column for {what}; it may be called {names}",
    ),
    "same_column": Text(
        "kolumnen {found} finns två gånger; ta bort den ena", "the column {found} is there twice; remove one of them"
    ),
    "wrong_row": Text("raden har {found} fält, rubrikraden {wanted}", "the row has {found} fields, the head {wanted}"),
    "bad_csv": Text("raden går inte att läsa som CSV: {why}", "the row cannot be read as CSV: {why}"),
    "no_suffix": Text(
        "en händelselogg heter något på .xes eller .csv", "an event log is called something that ends in .xes or .csv"
    ),
    "more": Text("och {number} fel till av samma slag i filen", "and {number} more faults in the file"),
}
COLUMN_TEXTS = {
    "case": Text("ärendet", "the case"),
    "activity": Text("vad som gjordes", "the activity"),
    "time": Text("tidpunkten", "the time"),
}


@dataclass(frozen=True, slots=True)
class LogProblem(Problem):
    """One fault in an event log."""

    def text(self, lang: str) -> str:
        """What is wrong and what would be right, in one language."""
        return TEXTS[self.code].get(lang).format_map({name: shown(one, lang) for name, one in self.values.items()})


__all__ = ["COLUMN_TEXTS", "TEXTS", "LogProblem"]
