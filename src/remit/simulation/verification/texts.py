"""What the checks of the flow are called, in Swedish and English."""

from __future__ import annotations

from remit.model.text import Text

PERIODIC = Text(
    "väntan på möte, {places} plats per möte, belastning {load}", "wait for a meeting, {places} place each, load {load}"
)
PERIODIC_MANY = Text(
    "väntan på möte, {places} platser per möte, belastning {load}",
    "wait for a meeting, {places} places each, load {load}",
)
PERIODIC_ORIGIN = Text(
    "W = 1/2 + E[kvarlämnade]/λ, kedjan löst till 1e-9", "W = 1/2 + E[left over]/λ, the chain solved to 1e-9"
)
UNEVEN = Text("väntan på möte, mellanrum på 3, 4, 3 och 2 månader", "wait for a meeting, gaps of 3, 4, 3 and 2 months")
UNEVEN_ORIGIN = Text("Cox (1962), medelväntan Σg²/(2Σg) = 19/12", "Cox (1962), mean wait Σg²/(2Σg) = 19/12")
SLOWEST = Text("sista svaret av 16 som beslutar var för sig", "the last answer of 16 that decide each for itself")
SLOWEST_ORIGIN = Text("summan 1 + 1/2 + … + 1/16", "the sum 1 + 1/2 + … + 1/16")
MM1 = Text("väntan i M/M/1, belastning 0,8", "wait in M/M/1, load 0.8")
MD1 = Text("väntan i M/D/1, belastning 0,8", "wait in M/D/1, load 0.8")
MM2 = Text("väntan i M/M/2, belastning 0,8", "wait in M/M/2, load 0.8")
MM2_SHARE = Text("andel som väntar i M/M/2, belastning 0,8", "share that waits in M/M/2, load 0.8")
MG1_ORIGIN = Text("Pollaczek (1930) och Khinchine (1932)", "Pollaczek (1930) and Khinchine (1932)")
ERLANG_ORIGIN = Text("Erlangs formel (1917)", "Erlang's formula (1917)")
FIRST = Text(
    "väntan i M/M/1 för brådskande, hälften av ärendena, belastning 0,8",
    "wait in M/M/1 of urgent matters, half of all, load 0.8",
)
SECOND = Text(
    "väntan i M/M/1 för övriga, hälften av ärendena, belastning 0,8",
    "wait in M/M/1 of the other matters, half of all, load 0.8",
)
COBHAM_ORIGIN = Text("Cobhams formel (1954)", "Cobham's formula (1954)")
RETURNS = Text(
    "väntan när 3 av 10 ärenden återremitteras vid varje möte",
    "wait where 3 of 10 matters are returned at each meeting",
)
RETURNS_ORIGIN = Text("geometrisk fördelning: 1/2 + 0,3/0,7", "geometric distribution: 1/2 + 0.3/0.7")
CLEARANCES = Text(
    "andel som klarar {count} oberoende prövningar, {p} var", "share that passes {count} clearances, {p} each"
)
AT_ONCE = Text("andel som alla 16 godkänner, 0,95 var", "share that all 16 approve, 0.95 each")
TRIES = Text(
    "andel som klarar 70 oberoende prövningar, 0,8 var, tre försök",
    "share that passes 70 clearances, 0.8 each, three tries",
)
CLEARANCES_ORIGIN = Text("Pressman och Wildavsky (1973): pⁿ", "Pressman and Wildavsky (1973): pⁿ")
TRIES_ORIGIN = Text("Pressman och Wildavsky (1973): (1-(1-p)^m)^n", "Pressman and Wildavsky (1973): (1-(1-p)^m)^n")
LITTLE = Text("Littles lag: antal inne / (takt × tid inne)", "Little's law: number inside / (rate × time inside)")
LITTLE_ORIGIN = Text("Littles sats (1961)", "Little's theorem (1961)")
KEPT = Text(
    "ärenden som försvinner (uppkomna men varken framme, avskrivna, omtagna eller inne)",
    "matters that vanish (arisen, but not arrived, dropped, given up or inside)",
)
KEPT_ORIGIN = Text("inget ärende försvinner", "no matter vanishes")
ENGINES = Text(
    "händelser som skiljer sig mellan räknesätten, ärende för ärende",
    "events that differ between the engines, matter by matter",
)
ENGINES_ORIGIN = Text("samma slumptal ger samma förlopp", "the same random numbers give the same course")
