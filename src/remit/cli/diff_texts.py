"""What ``remit diff`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

DIFF = Text(
    "Jämför två modeller: vad som är samma sak under annat namn, vad som tillkommer, upphör och ändras, och vilka "
    "iakttagelser som åtgärdas, kvarstår eller tillkommer.\n\n"
    "Med --format yaml (eller -o fil.yaml) blir det ett scenario: ändringar i ordning som gör den första modellen till "
    "den andra. Det kan läsas, ändras och tillämpas igen.",
    "Compares two models: what is the same under another name, what is new, gone and changed, and which findings are "
    "cleared, kept or new.\n\n"
    "With --format yaml (or -o file.yaml) it is a scenario: changes in order that turn the first model into the "
    "second. It can be read, edited and applied again.",
)
BEFORE = Text("FÖRE", "BEFORE")
AFTER = Text("EFTER", "AFTER")
ARG_BEFORE = Text("Modellen att utgå från.", "The model to start from.")
ARG_AFTER = Text("Modellen att jämföra med.", "The model to compare it with.")
OPT_CERTAINTY = Text(
    "Den minsta säkerhet som räknas: belagt, uppgivet av intervjuade eller öppet (förval reported).",
    "The least certainty that counts: established, reported by interviewees or open (reported by default).",
)
OPT_FINDINGS = Text(
    "Med eller utan att jämföra iakttagelserna (förval med).",
    "With or without comparing the findings (with by default).",
)
OPT_FORMAT = Text(
    "text, json (allt om skillnaden) eller yaml (scenariofilen); utan den avgör filnamnets ändelse.",
    "text, json (all of the difference) or yaml (the scenario file); without it the file's suffix decides.",
)
