"""What goes wrong with workers, told in the user's language."""

from __future__ import annotations

from pathlib import Path

from remit.model.files.problems import EnvironmentProblem, RemitError, UsageProblem, shown
from remit.model.text import Text

TEXTS = {
    "workers_die": Text(
        "arbetsprocesserna avslutas gång på gång innan något blivit klart; minnet kan vara slut",
        "the worker processes end again and again before anything is done; the memory may be used up",
    ),
    "work_kills": Text(
        "en uppgift ({task}) har gång på gång förlorats tillsammans med sin arbetsprocess på {address}",
        "a task ({task}) was lost together with its worker again and again on {address}",
    ),
    "no_cluster": Text(
        "ingen Dask-schemaläggare svarar på {address}; starta en med ”dask scheduler” och ange dess adress",
        'no Dask scheduler answers at {address}; start one with "dask scheduler" and give its address',
    ),
    "bad_address": Text(
        "adressen {address} är ingen adress till en Dask-schemaläggare; skriv som i tcp://dator:8786",
        "the address {address} is no address of a Dask scheduler; write it as in tcp://host:8786",
    ),
    "no_workers": Text(
        "schemaläggaren på {address} har inga arbetsprocesser; starta några med ”dask worker {address}”",
        'the scheduler at {address} has no workers; start some with "dask worker {address}"',
    ),
    "other_version": Text(
        "arbetsprocesserna på {address} har en annan version av Remit ({there}) än denna ({here}); "
        "installera samma överallt",
        "the workers at {address} have another version of Remit ({there}) than this one ({here}); "
        "install the same everywhere",
    ),
    "no_remit": Text(
        "arbetsprocesserna på {address} saknar Remit; installera samma version ({here}) där",
        "the workers at {address} lack Remit; install the same version ({here}) there",
    ),
    "lost_cluster": Text(
        "förbindelsen med schemaläggaren på {address} bröts; det som var klart är sparat om en mapp angavs",
        "the connection to the scheduler at {address} was lost; what was done is kept if a folder was given",
    ),
    "work_refused": Text(
        "klustret på {address} kunde inte ta emot arbetet: har schemaläggaren och arbetarna samma version av Remit som "
        "här?",
        "the cluster at {address} could not take the work: have the scheduler and the workers the same version of "
        "Remit as here?",
    ),
    "no_distributed": Text(
        "för att räkna på ett kluster behövs tillägget: pip install 'remit[cluster]'",
        "computing on a cluster needs the extra: pip install 'remit[cluster]'",
    ),
    "cannot_keep": Text(
        "mappen {found} för delresultat kan inte skapas: {why}",
        "the folder {found} for partial results cannot be made: {why}",
    ),
    "no_folder": Text(
        "{found} är ingen mapp; ange en mapp för delresultat", "{found} is no folder; give a folder for partial results"
    ),
}


class _Told(RemitError):  # noqa: N818 - its children are named for who can help
    code: str
    values: dict[str, object]

    def render(self, lang: str) -> str:
        """The text of the code, filled in."""
        filled = {name: shown(value, lang, longest=400) for name, value in self.values.items()}
        return TEXTS[self.code].get(lang).format_map(filled)


class FarmProblem(_Told, EnvironmentProblem):
    """Workers, or the cluster, are in the way (exit status 3)."""


class WrongAddress(_Told, UsageProblem):
    """The address cannot be one (exit status 2)."""

    def __init__(self, address: str) -> None:
        super().__init__("bad_address", address=address)


class WrongFolder(_Told, UsageProblem):
    """What was given as a folder is something else (exit status 2)."""

    def __init__(self, folder: Path) -> None:
        super().__init__("no_folder", found=str(folder))


__all__ = ["TEXTS", "FarmProblem", "WrongAddress", "WrongFolder"]
