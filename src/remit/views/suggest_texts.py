"""What ``remit suggest`` says."""

from __future__ import annotations

from remit.model.text import Text

HEADING = Text("Förslag till ändringar: {title}", "Suggested changes: {title}")
ASKED = Text(
    "Sökte ändringar som åtgärdar {findings} (säkerhet: lägst {certainty}) utan att någon ny iakttagelse tillkommer av "
    "lägst allvaret ”{severity}”.",
    "Looked for changes that clear {findings} (certainty: {certainty} or surer) with no new one of at least the "
    'severity "{severity}".',
)
NOTHING_ASKED = Text("Det finns inga sådana iakttagelser att åtgärda.", "There are no such findings to clear.")
LEAST = {
    "changes": Text("Räknat i antal ändringar och beslut.", "Counted in changes and decisions."),
    "hours": Text("Räknat i arbetstimmar, enligt antaganden.", "Counted in working hours, by assumption."),
}
TRIED = Text(
    "Tänkbara ändringar: {candidates}. Kombinationer prövade genom ny granskning: {audits}.",
    "Possible changes: {candidates}. Combinations tried by auditing again: {audits}.",
)
PROVED = Text(
    "Ingen billigare kombination av just dessa ändringar gör detsamma, såvitt prövningen visat vilka ändringar som "
    "påverkar "
    "vilken iakttagelse. Andra ändringar än dessa har inte prövats, och förslagen är underlag, inte facit.",
    "No cheaper combination of these changes does the same, as far as the trials have shown which changes act on which "
    "finding. Other changes than these have not been tried, and the alternatives are material for judgement, not "
    "the answer.",
)
PROVED_EXACT = Text(
    "Ingen billigare kombination av just dessa ändringar gör detsamma. Andra ändringar har inte prövats, och "
    "förslagen är "
    "underlag, inte facit.",
    "No cheaper combination of these changes does the same. Other changes have not been tried, and the "
    "alternatives are "
    "material for judgement, not the answer.",
)
NOT_PROVED = Text(
    "Prövningen avbröts vid gränsen för antalet granskningar. Billigare kombinationer kan finnas, dock ingen under "
    "{bound}.",
    "The trials stopped at the limit of audits. There may be cheaper combinations, though none below {bound}.",
)
ALTERNATIVE = Text("Förslag {number}", "Alternative {number}")
COST = {
    "changes": Text("Kostnad {cost} (omkring {hours} timmar)", "Cost {cost} (about {hours} hours)"),
    "hours": Text("Omkring {cost} timmar", "About {cost} hours"),
}
CLEARS_OF = Text("åtgärdade iakttagelser: {n} av {of}", "findings cleared: {n} of {of}")
DIFFERS = Text("I stället för {instead}: {these}.", "Instead of {instead}: {these}.")
CLEARS = Text("Åtgärdar", "Clears")
TOGETHER = Text(
    "åtgärdar inget ensam av det som de andra inte redan åtgärdar",
    "alone clears nothing that the others do not clear as well",
)
PREVENTS = Text("Utan den tillkommer", "Without it, new")
ASSUMES = Text("Förutsätter", "Takes for granted")
DROPS = Text("Gäller då inte längre, fast en källa säger det", "Holds no longer then, though a source says it")
COSTS = Text("Kostar", "Costs")
NONE_FOUND = Text(
    "Ingen kombination av de prövade ändringarna åtgärdar något utan att nya iakttagelser tillkommer.",
    "No combination of the changes tried clears anything without new findings.",
)
NONE_KNOWN = Text(
    "För dessa iakttagelser är ingen ändring känd; skälen står nedan.",
    "For these findings no change is known; the reasons are below.",
)
NO_REPAIR = Text("Ingen åtgärd känd för", "No repair known for")
NOT_CLEARED = Text("Prövat utan att åtgärdas", "Tried and not cleared")
WOULD_CREATE = Text("det som åtgärdar den ger nya iakttagelser: {codes}", "what clears it makes new findings: {codes}")
TRIED_FOR = Text("prövade ändringar: {n}", "changes tried: {n}")
WEIGHTS = Text("Så är kostnaden räknad", "How the cost is counted")
WEIGHTS_ARE = Text(
    "Vikterna är antaganden; ingen källa ger dem.",
    "The weights are assumptions; no source gives them.",
)
OF_EACH = Text("{n} × {what}", "{n} × {what}")
NEXT = Text(
    "Spara ett förslag med -o FIL.yaml (alla med --write MAPP) och pröva det med `remit reorganise {model} FIL.yaml`.",
    "Save an alternative with -o FILE.yaml (all with --write FOLDER) and try it with `remit reorganise {model} "
    "FILE.yaml`.",
)
