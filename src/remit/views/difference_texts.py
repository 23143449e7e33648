"""What a comparison of two models says, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

TITLE = Text("Skillnaden mellan två modeller", "The difference between two models")
MODEL = Text("{title} ({as_of}, {represents})", "{title} ({as_of}, {represents})")
SAME = Text("Modellerna är lika.", "The models are equal.")

MERGED = Text("Går samman", "Merged")
MERGE = Text("{these} → {into}", "{these} → {into}")
SPLIT = Text("Delas", "Split")
RENAMED = Text("Känns igen under annat namn eller annan beteckning", "Recognised under another name or id")
RENAME = Text("{old} → {new}", "{old} → {new}")
BY_ID = Text("{name} ({old} → {new})", "{name} ({old} → {new})")
TAKEN_FOR = Text(
    "Det som går samman, delas eller har en annan beteckning känns igen på namn, uppgifter och vilka som hänvisar till "
    "det (likhet {least} eller mer av 1).",
    "What has merged, has been split or has another id is recognised by its name, its facts and who refers to it (a "
    "likeness of {least} or more of 1).",
)
NEW = Text("Tillkommer ({n})", "New ({n})")
GONE = Text("Upphör ({n})", "Gone ({n})")
CHANGED = Text("Ändras ({n})", "Changed ({n})")
OTHER_WORDS = Text(
    "Samma uppgifter, men med annan källa, grund, styrka eller anmärkning ({n})",
    "The same facts, but with another source, basis, binding force or remark ({n})",
)
KIND = Text("{kind} ({n})", "{kind} ({n})")
ALIKE = Text("{stem} ({n}): {tails}", "{stem} ({n}): {tails}")
MORE = Text("{names} och {n} till", "{names} and {n} more")
FIELD = Text("{field}: {before} → {after}", "{field}: {before} → {after}")
COMES = Text("{field}: tillkommer {after}", "{field}: new: {after}")
GOES = Text("{field}: utgår {before}", "{field}: gone: {before}")
UNTOLD = Text("{field}: {before} → anges inte längre", "{field}: {before} → no longer told")
NOW_TOLD = Text("{field}: anges nu: {after}", "{field}: now told: {after}")
OF_ONE = Text("{whole}, {part} – {field}", "{whole}, {part} – {field}")
OF_MANY = Text("{whole}, {n} stycken – {field}", "{whole}, {n} of them – {field}")
GAINED_AND_LOST = Text("{field}: tillkommer {after}; utgår {before}", "{field}: new: {after}; gone: {before}")
FIRMNESS_ONE = Text(
    "1 uppgift är densamma, men sägs med annan styrka eller säkerhet",
    "1 fact is the same, but more or less binding or sure",
)
FIRMNESS_MANY = Text(
    "{n} uppgifter är desamma, men sägs med annan styrka eller säkerhet",
    "{n} facts are the same, but more or less binding or sure",
)
MORE_FIELDS = Text("och {n} uppgifter till", "and {n} facts more")

AROUND = Text("Om modellen själv", "About the model itself")
HEAD: dict[str, Text] = {
    "id": Text("beteckning", "id"),
    "title": Text("titel", "title"),
    "as_of": Text("gäller per", "as of"),
    "represents": Text("beskriver", "describes"),
    "made_up": Text("påhittat exempel", "made up"),
    "note": Text("anmärkning", "remark"),
}
SETS = Text("mängder", "sets")
SETS_TOLD = Text("nya eller annorlunda: {names}", "new or other: {names}")
SETS_GONE = Text("utgår: {names}", "gone: {names}")
STATEMENTS = Text("påståenden", "statements")
STATEMENTS_TOLD = Text("{new} nya, {gone} utgår", "{new} new, {gone} gone")
REORDERED = Text("i annan ordning", "in another order")
COVERAGE = Text("täckning", "coverage")
COVERAGE_TOLD = Text(
    "annat sägs om vad som är fullständigt uppräknat", "other things are said of which listings are complete"
)
DEFAULTS = Text("källa för helheten", "source of the whole")
DEFAULTS_TOLD = Text("en annan", "another one")

FINDINGS = Text("Skillnaden i iakttagelser", "The difference in findings")
FINDINGS_MEAN = Text(
    "Räknat på vad varje regel säger om varje sak. Belagt och uppgivet; det som är öppet räknas inte.",
    "Counted by what each rule says of each thing. Established and reported; what is open is not counted.",
)
AND_OPEN = Text("Räknat på vad varje regel säger om varje sak.", "Counted by what each rule says of each thing.")
FATES: dict[str, Text] = {
    "cleared": Text("Åtgärdade ({n})", "Cleared ({n})"),
    "doubted": Text("Inte längre säkra, utan frågor att ställa ({n})", "No longer sure, but questions to ask ({n})"),
    "kept": Text("Kvarstår ({n})", "Kept ({n})"),
    "firmer": Text("Var frågor, nu säkra ({n})", "Were questions, now sure ({n})"),
    "new": Text("Nya ({n})", "New ({n})"),
}
NO_LONGER = Text("{name} (finns inte längre)", "{name} (no longer there)")
NOT_SAID = Text("{name} (det sägs inte längre)", "{name} (it is no longer said)")
SUBJECT = Text("{code} {title}: {subjects}", "{code} {title}: {subjects}")
NOT_ASKED = Text("Iakttagelserna är inte jämförda.", "The findings are not compared.")

SCENARIO = Text("Som scenario", "As a scenario")
CHANGES_ONE = Text(
    "1 ändring gör den första modellen till den andra.", "1 change turns the first model into the second."
)
CHANGES_MANY = Text(
    "{n} ändringar i ordning gör den första modellen till den andra: {sorts}.",
    "{n} changes in order turn the first model into the second: {sorts}.",
)
WRITE = Text("Scenariofilen: {command}", "The scenario file: {command}")
