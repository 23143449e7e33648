"""What ``remit log`` says on the command line and in its report."""

from __future__ import annotations

from remit.model.text import Text

LOG = Text(
    "Läser en verklig händelselogg (XES eller CSV): hur många ärenden som väcks, hur lång tid stegen tar och vem som "
    "lämnar över till vem; med --model jämfört med den struktur som är beslutad.\n\n"
    "--parameters skriver det som loggen säger som en fil för `remit simulate --parameters`.",
    "Reads a real event log (XES or CSV): how many matters arise, how long the steps take and who hands over to whom; "
    "with --model compared with the structure as designed.\n\n"
    "--parameters writes what the log tells as a file for `remit simulate --parameters`.",
)
ARG_LOG = Text("Händelseloggen: en fil på .xes eller .csv.", "The event log: a file that ends in .xes or .csv.")
OPT_MODEL = Text("Modellen att jämföra överlämningar med.", "The model to compare hand-overs with.")
OPT_DONE = Text(
    "Aktivitet som betyder att ärendet är åtgärdat; kan upprepas (förval åtgärdat, carried out).",
    "An activity that means that the matter is carried out; can be repeated (carried out by default).",
)
OPT_STOPPED = Text(
    "Aktivitet som betyder att ärendet lades ned; kan upprepas (förval nedlagt, dropped, given up).",
    "An activity that means that the matter was dropped; can be repeated (dropped and given up by default).",
)
OPT_TAKE = Text(
    "Vilken parameter en aktivitets tid är, som ”Beredning=prepare_days”; kan upprepas.",
    "Which parameter the time of an activity is, as “Prepare=prepare_days”; can be repeated.",
)
OPT_PARAMETERS = Text(
    "Skriver också en parameterfil till `remit simulate`.", "Also writes a parameters file for `remit simulate`."
)
TAKE = Text("AKTIVITET=PARAMETER", "ACTIVITY=PARAMETER")
BAD_TAKE = Text(
    "{value} är ingen AKTIVITET=PARAMETER, som ”Beredning=prepare_days”",
    "{value} is no ACTIVITY=PARAMETER, such as “Prepare=prepare_days”",
)
