"""What ``remit sweep`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

SWEEP = Text(
    "Kör strukturer vid många värden av antaganden: varje struktur vid varje kombination, med samma ärenden och samma "
    "slump överallt.\n\n"
    "Arbetet kan delas på processer (--workers) eller ett Dask-kluster (--scheduler) och ger samma tal överallt. Med "
    "--keep sparas det som blir klart, så att en avbruten körning fortsätter där den var.",
    "Runs structures at many values of assumptions: each structure at each combination, with the same matters and the "
    "same chance events everywhere.\n\n"
    "The work can be shared among processes (--workers) or a Dask cluster (--scheduler) and gives the same numbers "
    "everywhere. With --keep what is done is kept, so that a run that was stopped goes on where it was.",
)
OPT_VARY = Text(
    "Ett antagande och dess värden, som NAMN=LÄGST:HÖGST:ANTAL eller NAMN=VÄRDE,VÄRDE; kan upprepas. Namnen står i "
    "docs/flow.md.",
    "An assumption and its values, as NAME=LOW:HIGH:NUMBER or NAME=VALUE,VALUE; can be repeated. The names stand in "
    "docs/flow.md.",
)
OPT_KEEP = Text(
    "En mapp för det som blir klart; det som redan finns där räknas inte om.",
    "A folder for what is done; what is there already is not run again.",
)
OPT_MEASURE = Text(
    "Måttet som texten visar (förval waited); kan upprepas.",
    "The measure that the text shows (waited by default); can be repeated.",
)
VARY = Text("NAMN=VÄRDEN", "NAME=VALUES")
BAD_VARY = Text(
    "”{value}” går inte att läsa; skriv NAMN=LÄGST:HÖGST:ANTAL, som open_link=0:1:5, eller NAMN=VÄRDE,VÄRDE",
    '"{value}" cannot be read; write NAME=LOW:HIGH:NUMBER, as in open_link=0:1:5, or NAME=VALUE,VALUE',
)
VARIED_TWICE = Text("antagandet {name} anges två gånger", "the assumption {name} is given twice")
NO_MEASURE = Text(
    "måttet ”{value}” finns inte; de som finns: {known}", 'there is no measure "{value}"; there are: {known}'
)
RUNNING = Text("kör", "running")
