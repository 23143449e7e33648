"""What ``import remit`` gives: load a model, audit it, ask where a matter goes and how far every matter gets."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import load as load_model
from remit.model.files import resolve
from remit.model.files.problems import RemitError
from remit.model.text import Text
from remit.model.whole import Model
from remit.store.address import Address, is_address
from remit.store.address import read as read_address
from remit.views.harmless import plain

if TYPE_CHECKING:
    from remit.graph.arrays import Arrays
    from remit.graph.loop import Loops, Route
    from remit.graph.measures import Metrics
    from remit.graph.measures.reference import Check
    from remit.graph.network import Graph
    from remit.model.changes import Scenario
    from remit.model.persons import Veil
    from remit.queries.cases import Case
    from remit.queries.checklists import Answers, Checklist
    from remit.queries.difference import ModelDifference
    from remit.queries.finding import Audit
    from remit.queries.reorganise import Reorganisation
    from remit.queries.reorganise.found import Asked
    from remit.queries.rule import Rule, Severity
    from remit.queries.suggest.result import Suggestions
    from remit.queries.suggest.weights import Cost
    from remit.queries.waivers import Accepted, BaselineRow, Waiver
    from remit.simulation.eventlog.told import LogReport
    from remit.simulation.outcome import Comparison, Simulation, Tornado
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Start
    from remit.simulation.reorganised import Reorganised
    from remit.simulation.sweep import Sweep
    from remit.store.connection import AskPassword
    from remit.store.versions import Version
    from remit.views.pages.shown import Shown

Certainty = Literal["established", "reported", "open"]
Engine = Literal["memory", "neo4j"]
Codes = str | Sequence[str]
"""One code or prefix, several in one text with commas between, or a list of them."""


class RequestError(RemitError, ValueError):
    """What was asked for does not exist; the text says what is nearest."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)

    def render(self, lang: str) -> str:
        """The text in one language."""
        return self.text.get(lang)


def load(path: str | Path, *, ask: AskPassword | None = None) -> Organisation:
    """Load a model: a file, the name of an example that comes with Remit, or one that is kept in Neo4j
    (``bolt://host:7687?model=ID&version=N``; without a version the one in force).

    ``ask``: asks for the password of a server where ``NEO4J_PASSWORD`` does not hold it. Raises
    :class:`~remit.model.files.problems.ModelErrors` with all that is wrong with the file, each with its place, and
    :class:`~remit.model.files.problems.RemitError` where there is no such model or no answer.

    >>> import remit
    >>> org = remit.load("vasterbotten-2017")
    >>> org.model.head.represents
    'current'
    """
    if is_address(str(path)):
        from remit.store.connection import connect
        from remit.store.versions import pull

        address = read_address(str(path))
        with connect(address, ask) as connection:
            model, version = pull(connection)
        return Organisation(model, stored=Stored(address, version.key, ask))
    return Organisation(load_model(resolve(str(path))))


@dataclass(frozen=True, slots=True)
class Stored:
    """Where in Neo4j a model was pulled from: the address, the key of its version, and who asks for the password."""

    address: Address
    key: str
    ask: AskPassword | None = None


class Organisation:
    """A model's organisation: what can be asked of it.

    ``model`` is what the sources say, ``org`` the same with every fact resolved, at the model's date unless
    another is given.

    >>> import remit
    >>> org = remit.load("vasterbotten-2017")
    >>> len(org.audit(select="MAN102").findings) > 0
    True
    """

    def __init__(
        self,
        model: Model,
        on: datetime.date | None = None,
        stored: Stored | None = None,
        veil: Veil | None = None,
    ) -> None:
        self.model = model
        self.on = on or model.head.as_of
        self.stored = stored
        self.veil = veil
        """What hides who somebody is in it, where persons are left out."""

    @cached_property
    def org(self) -> Org:
        """The resolved facts, for whoever writes rules or questions of their own."""
        return Org(self.model, self.on)

    def at(self, date: datetime.date) -> Organisation:
        """The same organisation judged at another date.

        >>> import datetime, remit
        >>> remit.load("vasterbotten-2017").at(datetime.date(2020, 1, 1)).on.year
        2020
        """
        return Organisation(self.model, date, self.stored, self.veil)

    def audit(
        self,
        *,
        select: Codes = (),
        ignore: Codes = (),
        certainty: Certainty = "reported",
        settings: Mapping[str, Mapping[str, int | float]] | None = None,
        severities: Mapping[str, Severity] | None = None,
        waivers: str | Path | Sequence[Waiver] | None = None,
        baseline: str | Path | Sequence[BaselineRow] | None = None,
        config: str | Path | None = None,
        on: datetime.date | None = None,
        engine: Engine = "memory",
        ask: AskPassword | None = None,
        sensitivity: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Audit:
        """Run the rules and give the findings, most harmful first.

        ``select``/``ignore``: codes or their beginnings. ``certainty``: the least sure that counts. ``settings``:
        thresholds by code and name; ``severities``: by code. ``waivers``/``baseline``: what somebody has
        accepted, as files or as rows. ``config``: a ``remit.toml`` that says the same; what is given here goes
        before it. ``on``: the date to judge at. ``engine``: ``memory``, or ``neo4j``, where the server itself runs
        the rules in Cypher; a model that is not kept there is put into the database that ``NEO4J_URI`` names as long
        as it takes (``ask`` asks for its password). Both give the same findings. ``sensitivity``: also try which single
        uncertain fact, were it otherwise, would turn each finding (``.sensitivity`` of the result; it takes many runs,
        always in memory); ``progress`` is told (rules tried, of how many). Raises :class:`RequestError` for a code that
        does not exist.

        >>> import remit
        >>> remit.load("vasterbotten-2017").audit(select="MAN", certainty="established")
        <Audit of vasterbotten-2017 (established and surer): ...>
        """
        from remit.queries.engine import audit

        asked = self if on is None or on == self.on else self.at(on)
        if config is not None:
            from remit.queries.acceptance_files import read_config

            ours = read_config(Path(config))
            select, ignore = select or ours.select, ignore or ours.ignore
            settings = {**ours.settings, **(settings or {})}
            severities = {**ours.severities, **(severities or {})}
            waivers, baseline = waivers or ours.waivers, baseline or ours.baseline
        run = partial(
            audit,
            asked.org,
            select=codes(select),
            ignore=codes(ignore),
            certainty=degree(certainty),
            settings=settings,
            severities=severities,
            accepted=_accepted(waivers, baseline, self.veil),
        )
        result = run() if engine == "memory" else _by_server(asked, run, ask)
        if sensitivity:
            from remit.queries.sensitivity import sensitivity as tried

            result.sensitivity = tried(asked.org, result, settings=settings, progress=progress)
        return result

    def route(self, from_: str, topic: str, in_: str | None = None) -> Route:
        """Where a matter goes: step by step from ``from_``, and the first link that is broken or open.

        ``from_``: the id of a unit, function or group. ``topic``: the id of a topic. ``in_``: the principal whose
        side is meant, where the start stands for many. Raises ``LoopError`` for an id that does not exist.

        >>> import remit
        >>> route = remit.load("vasterbotten-2017").route("umea", "barns-psykiska-halsa")
        >>> route.outcome
        'stops'
        """
        from remit.graph.loop import route

        return route(self.org, from_, topic, in_)

    def loops(self, topics: Sequence[str] | None = None) -> Loops:
        """How far every topic gets for every care principal, and the share that gets all the way.

        ``topics``: ids; all that the model declares where left out. Raises ``LoopError`` for one that does not
        exist.

        >>> import remit
        >>> low, high = remit.load("vasterbotten-2017").loops().closure
        >>> 0 <= low <= high <= 1
        True
        """
        from remit.graph.loop import loops

        return loops(self.org, topics)

    def metrics(self, *, meeting_hours: float | None = None, hours_of_a_post: float | None = None) -> Metrics:
        """The structural measures: hierarchy, spans, centrality, single channels, overlap, coverage, meeting load.

        ``meeting_hours``: how long a meeting is assumed to be where no source says. ``hours_of_a_post``: hours
        worked in a year of a full post (1720 where left out). Raises ValueError where either is not above 0.

        >>> import remit
        >>> remit.load("vasterbotten-2017").metrics()
        <Metrics of vasterbotten-2017 at 2017-12-31: ...>
        """
        from remit.graph.measures import HOURS_OF_A_POST, metrics

        return metrics(self.org, meeting_hours, HOURS_OF_A_POST if hours_of_a_post is None else hours_of_a_post)

    def checklist(self, asked: str | Path | Checklist = "nine-questions") -> Answers:
        """A checklist's answers: yes, no or open for each question, per group and agreement and for the whole.

        ``asked``: the name of a checklist that comes with Remit, a file, or one that has been read. Raises
        :class:`RequestError` for a name that nothing has, ModelErrors for a file with faults.

        >>> import remit
        >>> remit.load("vasterbotten-2017").checklist()
        <Answers of vasterbotten-2017 to nine-questions: ...>
        """
        from remit.queries.checklists import Checklist, answer

        return answer(self.org, asked if isinstance(asked, Checklist) else checklist(asked))

    def simulate(
        self,
        *,
        years: float = 12.0,
        replications: int = 30,
        seed: int = 1,
        warm_up: float | None = None,
        follow: float | None = None,
        topics: Codes = (),
        principals: Codes = (),
        starts: Sequence[Start] = (),
        parameters: str | Path | Parameters | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Simulation:
        """Let matters flow through the structure: how many get all the way, how long it takes, where they stop.

        ``years``: how long each of the ``replications`` runs; the first ``warm_up`` years do not count (a fifth where
        left out) and each matter is followed for ``follow`` years (half the rest). ``seed``: the same gives the same
        numbers. ``topics``, ``principals``: ids; only their matters are counted. ``starts``: matters whose beginning is
        named (:func:`start`), told of by themselves. ``parameters``: a file with
        other values for assumptions, or the parameters themselves. Raises
        :class:`~remit.simulation.outcome.window.SimulationError` for what cannot be.

        >>> import remit
        >>> remit.load("vasterbotten-2019").simulate(years=2, replications=2)
        <Simulation of vasterbotten-2019: 2 replications of 2 years; ...>
        """
        from remit.simulation.outcome import simulate

        return simulate(
            self.org,
            years=years,
            replications=replications,
            seed=seed,
            warm_up=warm_up,
            follow=follow,
            topics=_ids(topics),
            principals=_ids(principals),
            starts=starts,
            parameters=_parameters(parameters),
            progress=progress,
        )

    def diff(
        self,
        other: Organisation,
        *,
        certainty: Certainty = "reported",
        findings: bool = True,
        select: Codes = (),
        ignore: Codes = (),
        persons: bool = True,
    ) -> ModelDifference:
        """What differs between this model and another: what is the same under another id, what comes, goes and
        changes, what becomes of each finding, and the scenario that turns this one into the other (``.scenario``).

        ``certainty``: the least sure finding that counts; ``findings``: whether they are compared; ``select``/
        ``ignore``: codes or their beginnings; ``persons``: whether persons are named in the result. Each is judged
        at its own date. Raises :class:`RequestError` for a code that does not exist.

        >>> import remit
        >>> before, after = remit.load("vasterbotten-2017"), remit.load("vasterbotten-2019")
        >>> found = before.diff(after, findings=False)
        >>> found.matching.merges[0].these, found.matching.merges[0].into
        (('landstinget', 'region-vasterbotten'), 'regionen')
        """
        from remit.queries.difference import model_difference
        from remit.queries.reorganise.found import Asked

        asked = Asked(select=codes(select), ignore=codes(ignore), certainty=degree(certainty))
        first, last = (self, other) if persons else without_persons(self, other)
        return model_difference(first.model, last.model, asked=asked, on=(self.on, other.on), findings=findings)

    def suggest(
        self,
        *,
        select: Codes = (),
        ignore: Codes = (),
        severity: Severity = "warning",
        certainty: Certainty = "reported",
        by: Cost = "changes",
        alternatives: int = 3,
        settings: Mapping[str, Mapping[str, int | float]] | None = None,
        severities: Mapping[str, Severity] | None = None,
        waivers: str | Path | Sequence[Waiver] | None = None,
        baseline: str | Path | Sequence[BaselineRow] | None = None,
        weights: Mapping[str, int] | None = None,
        config: str | Path | None = None,
        on: datetime.date | None = None,
        exact: bool = False,
        audits: int = 2000,
        progress: Callable[[int, int], None] | None = None,
    ) -> Suggestions:
        """The fewest or cheapest changes that clear chosen findings and create none: several alternatives, each
        audited (needs the extra ``suggest``).

        ``select``: the rules whose findings to clear; where left out, all at or above ``severity``. No new finding at
        or above ``severity`` that is at least as sure as ``certainty`` may come. ``by``: what is to be least,
        ``changes`` or ``hours``; ``weights``: other weights by the names of the table in docs/suggest.md. ``exact``:
        prove the first one without assuming what acts on what (few changes only). ``audits``: how many combinations
        are audited at most.
        ``progress`` is told (audits made, of about how many). The rest as in :meth:`audit`.

        >>> import remit
        >>> found = remit.load("vasterbotten-2017").suggest(select="ROB602", alternatives=1)
        >>> [move.candidate.kind for move in found.alternatives[0].moves]
        ['vice-chair', 'vice-chair']
        """
        from remit.queries.suggest.suggest import suggest

        asked = self if on is None or on == self.on else self.at(on)
        if config is not None:
            from remit.queries.acceptance_files import read_config

            ours = read_config(Path(config))
            ignore = ignore or ours.ignore
            settings = {**ours.settings, **(settings or {})}
            severities = {**ours.severities, **(severities or {})}
            waivers, baseline = waivers or ours.waivers, baseline or ours.baseline
        return suggest(
            asked.org,
            select=codes(select),
            ignore=codes(ignore),
            severity=severity,
            certainty=degree(certainty),
            by=by,
            most=alternatives,
            settings=settings,
            severities=severities,
            accepted=_accepted(waivers, baseline, self.veil),
            weights=weights,
            exact=exact,
            budget=audits,
            progress=progress,
        )

    def map(
        self,
        *,
        before: Organisation | None = None,
        after: Organisation | None = None,
        findings: bool = True,
        persons: bool = True,
        lang: str = "sv",
        config: str | Path | None = None,
    ) -> Shown:
        """The map: one page that needs nothing else, with the structure by levels and principals, as a network, the
        loops, the findings and all facts. In a notebook it shows itself; ``.save(path)`` writes it.

        ``before``/``after``: another structure to compare with, as it was or as it is to be; the same things then
        stand in the same places, and what differs is marked. ``findings``: whether they are on it. ``persons``:
        whether persons are. ``lang``: the language that it opens in. ``config``: a ``remit.toml`` that says which
        findings count. Raises :class:`RequestError` where both
        ``before`` and ``after`` are given.

        >>> import remit
        >>> remit.load("vasterbotten-2017").map()
        <Map of Västerbotten 2017 ...>
        """
        from remit.views.pages import map as page
        from remit.views.pages.loops_data import matrix_data
        from remit.views.pages.shown import Shown
        from remit.views.scene import scene

        if before is not None and after is not None:
            raise RequestError(
                Text("ange antingen before eller after, inte båda", "give either before or after, not both")
            )
        found_in = partial(Organisation.audit, certainty="open", config=config)
        now, then = (after, self) if after is not None else (self, before)
        if not persons:
            now, *rest = without_persons(now, *([then] if then is not None else []))
            then = rest[0] if rest else None
        found = scene(
            now.org,
            found_in(now) if findings else None,
            matrix_data(now.loops()),
            before=then.org if then is not None else None,
            before_audit=found_in(then) if findings and then is not None else None,
            persons=persons,
        )
        title = now.model.head.title
        return Shown(page.render(found, lang), Text(f"Karta över {title.sv}", f"Map of {title.en}"), lang)

    def after(self, scenario: str | Path | Scenario, *, any_model: bool = False) -> Organisation:
        """The organisation after a scenario's changes; this one stays as it was.

        ``any_model``: also where the scenario starts from another model. Raises ModelErrors for a file with faults or
        changes that do not apply.

        >>> import remit
        >>> from remit.model.changes import Change, Scenario
        >>> change = Change.of("dissolve", "lbu", reason="one group is enough")
        >>> fewer = Scenario.of(id="fewer", title="Fewer", changes=[change])
        >>> "lbu" in remit.load("vasterbotten-2017").after(fewer).model.entities
        False
        """
        from remit.model.changes import apply

        read = _scenario(scenario)
        on = self.on if self.on != self.model.head.as_of else None
        return Organisation(apply(self.model, read, any_model=any_model), on)

    def reorganise(
        self,
        *scenarios: str | Path | Scenario,
        select: Codes = (),
        ignore: Codes = (),
        certainty: Certainty = "reported",
        settings: Mapping[str, Mapping[str, int | float]] | None = None,
        severities: Mapping[str, Severity] | None = None,
        waivers: str | Path | Sequence[Waiver] | None = None,
        baseline: str | Path | Sequence[BaselineRow] | None = None,
        config: str | Path | None = None,
        on: datetime.date | None = None,
        meeting_hours: float | None = None,
        hours_of_a_post: float | None = None,
        any_model: bool = False,
        attribute: bool = True,
        persons: bool = True,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reorganisation:
        """What each of some scenarios makes of the organisation: findings cleared, kept and new and which change does
        it, structure, loops, measures, meeting load.

        ``scenarios``: files, names of those that come along, or scenarios. ``select`` … ``config``: as for
        :meth:`audit`. ``on``:
        the date to judge both at (each at its own where left out). ``meeting_hours``/``hours_of_a_post``: as for
        :meth:`metrics`. ``any_model``: also where a scenario starts from another model. ``attribute``: whether to find
        out which change does what; it takes two runs of the rules per change, of which ``progress`` is told (done, of
        how many). ``persons``: whether persons are named in the result. Raises :class:`RequestError` where no scenario
        is given, ModelErrors for a file with faults or changes that do not apply.

        >>> import remit
        >>> from remit.model.changes import Change, Scenario
        >>> change = Change.of("set", {"of": "lsg", "meetings_per_year": 4}, reason="four meetings will do")
        >>> remit.load("vasterbotten-2017").reorganise(Scenario.of(id="four", title="Four", changes=[change]))
        <Reorganisation of vasterbotten-2017: four: 32 kept>
        """
        from remit.queries.reorganise import reorganise
        from remit.queries.reorganise.scenario import ways_of

        if not scenarios:
            raise RequestError(Text("inget scenario angavs", "no scenario was given"))
        read = [_scenario(one) for one in scenarios]
        veil, ways = ways_of(self.model, read, any_model=any_model, persons=persons)
        first = self if veil is None else Organisation(veil.model(self.model), self.on, veil=veil)
        return reorganise(
            (first if on is None else first.at(on)).org,
            ways,
            _asked(config, select, ignore, certainty, settings, severities, waivers, baseline, first.veil),
            on=on,
            attribute=attribute,
            meeting_hours=meeting_hours,
            hours_of_a_post=hours_of_a_post,
            progress=progress,
        )

    def what_if(
        self,
        without: str | Sequence[str],
        *,
        select: Codes = (),
        ignore: Codes = (),
        certainty: Certainty = "reported",
        settings: Mapping[str, Mapping[str, int | float]] | None = None,
        severities: Mapping[str, Severity] | None = None,
        waivers: str | Path | Sequence[Waiver] | None = None,
        baseline: str | Path | Sequence[BaselineRow] | None = None,
        config: str | Path | None = None,
        on: datetime.date | None = None,
        meeting_hours: float | None = None,
        hours_of_a_post: float | None = None,
        persons: bool = True,
    ) -> Reorganisation:
        """What the organisation would be like if something were not in it.

        ``without``: ids of entities, parts (``group:seat``) or sets; what stands in them and what is nothing without
        them goes along. The rest as for :meth:`reorganise`. Raises ``WithoutError`` for an id that is not there or
        cannot go.

        >>> import remit
        >>> remit.load("vasterbotten-2017").what_if("lbu")
        <Reorganisation of vasterbotten-2017: ...>
        """
        from dataclasses import replace

        from remit.queries.reorganise import reorganise
        from remit.queries.reorganise.without import way_without

        ids = [without] if isinstance(without, str) else list(without)
        if not ids:
            raise RequestError(Text("inget id angavs", "no id was given"))
        way, _ = way_without(self.model, ids)  # what is not there is told by the id that was given
        first = self if persons else without_persons(self)[0]
        if first.veil is not None:
            ids = [first.veil.id(one) for one in ids]
            way, _ = way_without(first.model, ids)
        asked = _asked(config, select, ignore, certainty, settings, severities, waivers, baseline, first.veil)
        org = (first if on is None else first.at(on)).org
        found = reorganise(
            org, [way], asked, on=self.on if on is None else on, meeting_hours=meeting_hours,
            hours_of_a_post=hours_of_a_post,
        )  # fmt: skip
        return replace(found, what_if=tuple(dict.fromkeys(ids)))

    def document_titles(self) -> dict[str, Text]:
        """The titles of the sources by id.

        >>> import remit
        >>> len(remit.load("vasterbotten-2017").document_titles()) > 0
        True
        """
        return self.org.document_titles()

    @property
    def graph(self) -> Graph:
        """The organisation as a networkx graph: a node per entity with its ``kind``, an edge per relation.

        >>> import remit
        >>> org = remit.load("vasterbotten-2017")
        >>> org.graph.number_of_nodes() > 50
        True
        """
        from remit.graph.network import to_networkx

        return to_networkx(self.org)

    @cached_property
    def arrays(self) -> Arrays:
        """The organisation compiled to arrays, once, for heavy questions (who is reached from whom, who shares what).

        >>> import remit
        >>> "ac-konsensus" in remit.load("vasterbotten-2017").arrays.reachable(["lsg"])
        True
        """
        from remit.graph.arrays import compile_arrays

        return compile_arrays(self.org)

    def _counts(self) -> list[tuple[Text, int]]:
        from remit.model.kinds import registry

        kinds = registry()
        wanted = ("principal", "group", "agreement", "topic", "route", "source")
        return [
            (kinds[kind].kind_meta.plural, len(self.model.of_kind(kind)))
            for kind in wanted
            if kind in kinds and self.model.of_kind(kind)
        ]

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {label.en}" for label, n in self._counts())
        head = self.model.head
        return f"<Organisation {head.id}: {head.title.en}, {head.represents} at {self.on}: {counts}>"

    def _repr_html_(self) -> str:
        from html import escape

        rows = "".join(f"<tr><td>{escape(label.sv)}</td><td>{n}</td></tr>" for label, n in self._counts())
        head = self.model.head
        return f"<table><caption>{escape(head.title.sv)} ({head.as_of})</caption>{rows}</table>"


def without_persons(*organisations: Organisation) -> tuple[Organisation, ...]:
    """Organisations in which nobody's name is told; the same person has the same number in all of them.

    >>> import remit
    >>> [one] = without_persons(remit.load("skane-2019"))
    >>> {person.name.en for person in one.model.of_kind("person")}
    {'a person (name left out)'}
    """
    from remit.model.persons import Veil

    veil = Veil(one.model for one in organisations)
    return tuple(Organisation(veil.model(one.model), one.on, veil=veil) for one in organisations)


def _by_server(asked: Organisation, run: Callable[..., Audit], ask: AskPassword | None) -> Audit:
    """Let Neo4j find: in the version that the model was pulled from, else in one that is there meanwhile."""
    from remit.queries.cypher import finder
    from remit.store.connection import connect
    from remit.store.faults import WrongRequest
    from remit.store.versions import scratch, still_scratch, still_whole

    stored = asked.stored
    place: str | Address = stored.address if stored else os.environ.get("NEO4J_URI", "")
    if not place:
        raise WrongRequest("no_uri")
    with connect(place, stored.ask if stored else ask) as connection:
        if stored and asked.on == asked.model.head.as_of:
            found = run(find=finder(connection.read, stored.key), engine="neo4j")
            still_whole(connection, stored.key)
            return found
        with scratch(connection, asked.org) as key:
            found = run(find=finder(connection.read, key), engine="neo4j")
            still_scratch(connection, key)
            return found


def push(
    organisation: Organisation,
    address: str,
    *,
    ask: AskPassword | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Version:
    """Load an organisation's model into Neo4j as a new version beside the old ones, and let it come into force.

    Raises :class:`~remit.model.files.problems.RemitError` where that cannot be; the former version is then in force.
    """
    from remit.store import versions
    from remit.store.connection import connect

    with connect(address, ask) as connection:
        return versions.push(connection, organisation.model, progress)


def versions(address: str, *, ask: AskPassword | None = None) -> list[Version]:
    """The versions that a database keeps (of the model that the address names, else of all)."""
    from remit.store import versions
    from remit.store.connection import connect

    with connect(address, ask) as connection:
        found = versions.versions(connection, connection.address.model)
        return [one for one in found if one.state != "scratch"]


def prune(address: str, keep: int = 1, *, ask: AskPassword | None = None) -> list[Version]:
    """Remove from a database loads that were cut off and all but the newest ``keep`` versions of each model (of the
    one that the address names); the one in force stays. Gives what was removed.
    """
    from remit.store import versions
    from remit.store.connection import connect

    with connect(address, ask) as connection:
        return versions.prune(connection, keep, connection.address.model)


def compare(
    organisations: Sequence[Organisation],
    *,
    topics: Codes = (),
    principals: Codes = (),
    parameters: str | Path | Parameters | None = None,
    **run: Any,
) -> Comparison:
    """Simulate several organisations under the same arrivals and luck; the first is what the others are compared with.

    Arguments as for :meth:`Organisation.simulate`; without ``topics`` the matters counted are those of the topics that
    all of them declare.

    >>> import remit
    >>> org = remit.load("vasterbotten-2019")
    >>> compare([org, org], years=2, replications=2).difference(1, "waited").verdict
    'same'
    """
    from remit.simulation.outcome import compare

    orgs = [one.org for one in organisations]
    told = {"topics": _ids(topics), "principals": _ids(principals), "parameters": _parameters(parameters)}
    return compare(orgs, **told, **run)  # type: ignore[arg-type]


def tornado(
    organisations: Sequence[Organisation],
    *,
    topics: Codes = (),
    principals: Codes = (),
    parameters: str | Path | Parameters | None = None,
    **run: Any,
) -> Tornado:
    """Try every assumption at its low and its high; arguments as for :func:`compare`, and ``measure``.

    Of many replications the first ten are enough here, since the same luck is used throughout.
    """
    from remit.simulation.outcome import tornado

    orgs = [one.org for one in organisations]
    told = {"topics": _ids(topics), "principals": _ids(principals), "parameters": _parameters(parameters)}
    return tornado(orgs, **told, **run)  # type: ignore[arg-type]


def sweep(
    organisations: Sequence[Organisation],
    vary: Mapping[str, Sequence[float]] | None = None,
    *,
    topics: Codes = (),
    principals: Codes = (),
    parameters: str | Path | Parameters | None = None,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
    **run: Any,
) -> Sweep:
    """Simulate every organisation at every combination of values of assumptions, with the same arrivals and luck.

    ``vary``: values by the name of an assumption. ``workers``: processes of this machine that share the work;
    ``scheduler``: a Dask cluster that does it instead; ``kept``: a folder for what is done, so that a sweep that was
    stopped goes on where it was. The rest as for :meth:`Organisation.simulate`.

    >>> import remit
    >>> org = remit.load("varmland-2018")
    >>> sweep([org], {"stay_days": (60, 600)}, years=2, replications=2)
    <Sweep of varmland-2018: 2 points x 2 replications of ... measures>
    """
    from remit.simulation.spread import Where
    from remit.simulation.sweep import sweep

    told = {"topics": _ids(topics), "principals": _ids(principals), "parameters": _parameters(parameters)}
    where = Where(workers, scheduler, kept)
    return sweep([one.org for one in organisations], vary, where=where, **told, **run)  # type: ignore[arg-type]


def reorganised(
    found: Reorganisation,
    *,
    starts: Sequence[Start] = (),
    parameters: str | Path | Parameters | None = None,
    **run: Any,
) -> Reorganised:
    """A reorganisation with its flow: matters before and after, and whether the conclusion survives its assumptions.

    ``starts``: matters whose beginning is named (:func:`start`). ``parameters``, ``years``, ``replications``, ``seed``,
    ``progress``: as for :meth:`Organisation.simulate`. ``with_tornado=False`` leaves out all assumptions but the one
    on what the sources leave open; ``enough``: how many replications each of them gets.

    >>> import remit
    >>> from remit.model.changes import Change, Scenario
    >>> change = Change.of("set", {"of": "hs-samrad", "meetings_per_year": 4}, reason="four meetings will do")
    >>> four = Scenario.of(id="four", title="Four", changes=[change])
    >>> found = remit.load("vasterbotten-2019").reorganise(four, attribute=False)
    >>> reorganised(found, years=2, replications=2, with_tornado=False)
    <<Reorganisation of vasterbotten-2019: ...> <Flow: ...>>
    """
    from remit.simulation.reorganised import Reorganised, flow_of

    return Reorganised(found, flow_of(found, starts=starts, parameters=_parameters(parameters), **run))


def start(from_: str, topic: str, in_: str | None = None, *, a_year: float = 1.0) -> Start:
    """A matter whose beginning is named, for :func:`reorganised` and ``simulate``, as :meth:`Organisation.route` asks.

    >>> start("halsocentraler", "barns-psykiska-halsa", "umea").id
    'halsocentraler:umea:barns-psykiska-halsa'
    """
    from remit.simulation.plan import Start

    return Start(":".join(part for part in (from_, in_, topic) if part), topic, from_, in_ or "", a_year)


def reorganisation_page(found: Reorganisation | Reorganised, lang: str = "sv") -> Shown:
    """The report of a reorganisation, with its flow or without, as a page; ``.save(path)`` writes it, in a notebook it
    shows itself.

    >>> import remit
    >>> reorganisation_page(remit.load("vasterbotten-2017").what_if("lbu"), "en")
    <If something were gone: ...>
    """
    from remit.simulation.reorganised import Reorganised
    from remit.views.pages import reorganise as page

    if isinstance(found, Reorganised):
        return page.shown(found.reorganisation, lang, found.flow)
    return page.shown(found, lang)


def flow_page(found: Comparison | Simulation, lang: str = "sv") -> Shown:
    """A simulation as a page that needs nothing else; ``.save(path)`` writes it, in a notebook it shows itself.

    >>> import remit
    >>> flow_page(remit.load("vasterbotten-2019").simulate(years=2, replications=2))
    <The way of matters: ...>
    """
    from remit.simulation.outcome import Comparison
    from remit.views import simulation_words
    from remit.views.pages import simulation
    from remit.views.pages.shown import Shown

    whole = found if isinstance(found, Comparison) else Comparison((found,))
    return Shown(simulation.render(whole, lang), simulation_words.title(whole), lang)


def event_log(
    organisation: Organisation,
    form: Literal["xes", "csv"] = "xes",
    *,
    years: float = 12.0,
    seed: int = 1,
    parameters: str | Path | Parameters | None = None,
    **_: Any,
) -> str:
    """The first replication of a simulation as an event log for process mining: XES (IEEE 1849) or CSV.

    >>> import remit
    >>> event_log(remit.load("vasterbotten-2019"), "csv", years=1).partition(",")[0]
    'case:concept:name'
    """
    from remit.simulation.eventlog import log_of, to_csv, to_xes
    from remit.simulation.outcome.run import Setting, first_run
    from remit.simulation.outcome.window import window

    plan, records = first_run(organisation.org, Setting(window(years), seed=seed), _parameters(parameters))
    log = log_of(plan, records, organisation.on, organisation.model.head.id)
    return (to_xes if form == "xes" else to_csv)(log)


def read_log(
    path: str | Path,
    organisation: Organisation | None = None,
    *,
    done: Sequence[str] = (),
    stopped: Sequence[str] = (),
    persons: bool = True,
) -> LogReport:
    """What a real event log (XES or CSV) tells: rates, times, hand-overs; compared with an organisation where given.

    ``done``, ``stopped``: the activities that mean that a matter is carried out, or dropped. ``persons``: whether those
    who did something in the log are named; else who is no entity of the organisation gets a number.
    ``.parameters(steps)`` of the result is a file for ``simulate``. Raises ModelErrors with all that is wrong with the
    log, each with its place.

    >>> import pathlib, tempfile, remit
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "run.csv"
    ...     _ = path.write_text(event_log(remit.load("vasterbotten-2019"), "csv", years=1))
    ...     read_log(path)
    <Log run: ...>
    """
    from remit.simulation.eventlog.told import report

    if organisation is not None and not persons:
        [organisation] = without_persons(organisation)
    return report(path, organisation.org if organisation is not None else None, done, stopped, persons=persons)


def _parameters(given: str | Path | Parameters | None) -> Parameters | None:
    from remit.simulation.parameters import load_parameters

    return load_parameters(given) if isinstance(given, str | Path) else given


def _ids(asked: Codes) -> tuple[str, ...]:
    found = [asked] if isinstance(asked, str) else asked
    return tuple(part.strip() for one in found for part in one.split(",") if part.strip())


def verify() -> list[Check]:
    """The measures and the engine of the flow against exact values, from literature or a closed form.

    >>> all(check.agrees for check in verify())
    True
    """
    from remit.graph.measures import reference
    from remit.simulation.verification import flow

    return [*reference.checks(), *flow.checks()]


def checklist(name: str | Path) -> Checklist:
    """A checklist by the name of one that comes with Remit, or from a file (which goes before).

    Raises :class:`RequestError` where it is neither, ModelErrors for a file with faults.

    >>> checklist("nine-questions").id
    'nine-questions'
    """
    from remit.model.files.reading import near
    from remit.queries.checklists import read_checklist, shipped_checklists

    known = shipped_checklists()
    path = Path(name)
    if not path.is_file() and not path.suffix and len(path.parts) == 1:
        if str(name) not in known:
            shown, close = plain(str(name)), near(str(name), known)
            more = Text(f" Menar du {close}?", f" Did you mean {close}?") if close else Text("", "")
            names = ", ".join(known)
            raise RequestError(
                Text(
                    f"det finns ingen checklista {shown}.{more.sv} De som följer med: {names}; eller ange en fil.",
                    f"there is no checklist {shown}.{more.en} Those that come along: {names}; or name a file.",
                )
            )
        path = known[str(name)]
    return read_checklist(path)


def codes(asked: Codes) -> tuple[str, ...]:
    """The codes or prefixes asked for, in capitals; raises :class:`RequestError` for one that meets no rule.

    >>> codes("man101, str")
    ('MAN101', 'STR')
    """
    from remit.queries.catalogue import catalogue, matching

    texts = [asked] if isinstance(asked, str) else list(asked)
    wanted = [part.strip().upper() for text in texts for part in text.split(",") if part.strip()]
    for one in wanted:
        if not matching((one,)):
            raise unknown_code(one, list(catalogue()))
    return tuple(wanted)


def unknown_code(code: str, known: Sequence[str]) -> RequestError:
    """The error for a code that no rule has, with the nearest ones."""
    from difflib import SequenceMatcher

    alike = sorted((-SequenceMatcher(None, code.upper(), one).ratio(), one) for one in known)
    near = [one for ratio, one in alike[:3] if ratio <= -0.5]
    shown = plain(code)
    text = Text(f"det finns ingen regel ”{shown}”", f'there is no rule "{shown}"')
    if near:
        text = Text(f"{text.sv}; menades {' eller '.join(near)}?", f"{text.en}; did you mean {' or '.join(near)}?")
    else:
        text = Text(f"{text.sv}; `remit rules` räknar upp dem", f"{text.en}; `remit rules` lists them")
    return RequestError(text)


def rules(words: Sequence[str] = (), *, select: Codes = ()) -> list[Rule]:
    """The rules of the catalogue, by code: all, or those in whose texts (either language) all words occur.

    ``select``: codes or their beginnings. Raises :class:`RequestError` for a code that does not exist.

    >>> [rule.code for rule in rules(["ordförande"], select="ROB602")]
    ['ROB602']
    """
    from remit.queries.catalogue import catalogue, matching

    chosen = matching(codes(select)) if select else set(catalogue())
    wanted = [word.casefold() for word in words]
    found = [rule for code, (rule, _) in catalogue().items() if code in chosen]
    return [rule for rule in found if all(word in rule.words() for word in wanted)]


def rule(code: str) -> tuple[Rule, tuple[Case, ...]]:
    """A rule and its reasoned cases; raises :class:`RequestError` for a code that does not exist.

    >>> rule("man102")[0].name
    'group-without-instruction'
    """
    from remit.queries.cases import cases_of
    from remit.queries.catalogue import catalogue

    found = catalogue().get(code.strip().upper())
    if found is None:
        raise unknown_code(code, list(catalogue()))
    return found[0], cases_of(f"{found[0].code}_{found[0].name.replace('-', '_')}")


def degree(word: Certainty) -> Degree:
    """The degree that a word stands for; raises :class:`RequestError` for any other word.

    >>> degree("reported").name
    'REPORTED'
    """
    for one in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
        if one.word == word:
            return one
    raise RequestError(
        Text(
            f"säkerheten {word!r} finns inte: established, reported eller open",
            f"there is no certainty {word!r}: established, reported or open",
        )
    )


def write_baseline(path: str | Path, result: Audit) -> int:
    """Freeze the findings of an audit, those of an earlier baseline included; gives how many there are.

    Raises OSError where the file cannot be written; an old one is then untouched.
    """
    from remit.queries.acceptance_files import write_baseline
    from remit.queries.waivers import baseline_of

    rows = baseline_of([*result.findings, *(f for f in result.waived if f.waived == "baseline")])
    write_baseline(Path(path), rows)
    return len(rows)


def find_config(model: str | Path) -> Path | None:
    """The ``remit.toml`` beside a model file, if there is one."""
    path = Path(model)
    beside = path.parent / "remit.toml"
    return beside if path.is_file() and beside.is_file() else None


def _scenario(given: str | Path | Scenario) -> Scenario:
    """A scenario that has been read, or of a file or the name of one that comes with Remit."""
    from remit.model.changes import load as load_scenario

    return load_scenario(given) if isinstance(given, str | Path) else given


def _asked(
    config: str | Path | None,
    select: Codes,
    ignore: Codes,
    certainty: Certainty,
    settings: Mapping[str, Mapping[str, int | float]] | None,
    severities: Mapping[str, Severity] | None,
    waivers: str | Path | Sequence[Waiver] | None,
    baseline: str | Path | Sequence[BaselineRow] | None,
    veil: Veil | None = None,
) -> Asked:
    """How structures are judged: what is given, else what a ``remit.toml`` says."""
    from remit.queries.reorganise.found import Asked

    settings, severities = settings or {}, severities or {}
    if config is not None:
        from remit.queries.acceptance_files import read_config

        ours = read_config(Path(config))
        select, ignore = select or ours.select, ignore or ours.ignore
        settings, severities = {**ours.settings, **settings}, {**ours.severities, **severities}
        waivers, baseline = waivers or ours.waivers, baseline or ours.baseline
    accepted = _accepted(waivers, baseline, veil)
    return Asked(codes(select), codes(ignore), degree(certainty), settings, severities, accepted)


def _accepted(
    waivers: str | Path | Sequence[Waiver] | None,
    baseline: str | Path | Sequence[BaselineRow] | None,
    veil: Veil | None,
) -> Accepted:
    """What is accepted, called as the model that is judged calls it."""
    from remit.queries.waivers import Accepted

    found = Accepted(_waivers(waivers), _baseline(baseline))
    return found if veil is None else found.called(veil.id, veil.words)


def _waivers(given: str | Path | Sequence[Waiver] | None) -> tuple[Waiver, ...]:
    if isinstance(given, str | Path):
        from remit.queries.acceptance_files import read_waivers

        return tuple(read_waivers(given))
    return tuple(given or ())


def _baseline(given: str | Path | Sequence[BaselineRow] | None) -> tuple[BaselineRow, ...]:
    if isinstance(given, str | Path):
        from remit.queries.acceptance_files import read_baseline

        return tuple(read_baseline(given))
    return tuple(given or ())


__all__ = ["Certainty", "Organisation", "RequestError", "load"]
