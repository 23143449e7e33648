"""What ``remit diff`` says on the command line."""

from __future__ import annotations

from remit.model.text import Text

DIFF = Text(
    "Jämför två modeller: vad som är samma sak under annat namn, vad som tillkommer, upphör och ändras, och vilka "
    "iakttagelser som åtgärdas, kvarstår eller är nya.\n\n"
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
    "Hur säkra iakttagelser som räknas: den minst säkra.", "How sure the findings are that count: the least sure."
)
OPT_FINDINGS = Text("Om iakttagelserna jämförs.", "Whether the findings are compared.")
OPT_FORMAT = Text(
    "text, json (allt om skillnaden) eller yaml (scenariofilen); utan den avgör filnamnets ändelse.",
    "text, json (all of the difference) or yaml (the scenario file); without it the file's suffix decides.",
)
