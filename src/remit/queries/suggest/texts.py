"""What each kind of candidate change is called, says, and takes for granted."""

from __future__ import annotations

from typing import NamedTuple

from remit.model.text import Text


class Kind(NamedTuple):
    """One kind of change: its name, its text (``{who}`` and others filled in), what it takes for granted."""

    title: Text
    text: Text
    assumes: Text


def _kind(title: tuple[str, str], text: tuple[str, str], assumes: tuple[str, str]) -> Kind:
    return Kind(Text(*title), Text(*text), Text(*assumes))


APPOINTERS = (
    "att den som tillsatt gruppen vill besluta det",
    "that whoever appointed the group is willing to decide it",
)
PRINCIPALS = ("att huvudmännen var för sig går med på det", "that the principals each agree to it")
BOTH = ("att båda grupperna går med på det", "that both groups agree to it")

KINDS: dict[str, Kind] = {
    # written rules of groups, agreements and posts
    "instruction": _kind(
        ("Besluta arbetsordning", "Decide rules of procedure"),
        (
            "Besluta arbetsordning med syfte, frågor och befogenheter: {who}.",
            "Decide rules of procedure with purpose, topics and powers: {who}.",
        ),
        APPOINTERS,
    ),
    "documents": _kind(
        ("Samla dokumenten", "Gather the documents"),
        (
            "Samla gällande överenskommelser, uppdrag och rutiner på ett ställe som alla huvudmän når, och gå "
            "igenom uppdraget med ledamöterna: {who}.",
            "Gather the agreements, assignments and routines in force in one place that all principals can reach, and "
            "go through the remit with the members: {who}.",
        ),
        ("att någon håller samlingen aktuell", "that somebody keeps the collection up to date"),
    ),
    "introduction": _kind(
        ("Besluta introduktion", "Decide an introduction"),
        (
            "Besluta en rutin för introduktion av nya ledamöter, med {owner} som ansvarig: {who}.",
            "Decide a routine for introducing new members, with {owner} answering for it: {who}.",
        ),
        ("att den ansvariga har tid för det", "that whoever answers for it has the time"),
    ),
    "vice-chair": _kind(
        ("Utse vice ordförande", "Appoint a vice chair"),
        ("Utse en vice ordförande som tar över: {who}.", "Appoint a vice chair who takes over: {who}."),
        ("att parterna turas om även om posten som vice", "that the parties take turns at that post as well"),
    ),
    "longer-chair": _kind(
        ("Längre tid för ordföranden", "A longer term of the chair"),
        (
            "Utse ordföranden för {years} år i taget: {who}.",
            "Appoint the chair for {years} years at a time: {who}.",
        ),
        ("att växlingen mellan parterna får ske mer sällan", "that the chair may pass between the parties less often"),
    ),
    "owner": _kind(
        ("Bestäm vem som äger ärendena", "Settle who owns the matters"),
        (
            "Bestäm för varje ärende vem i gruppen som tar det som sitt, och skriv in det i arbetsordningen: {who}.",
            "Settle for each matter who in the group takes it as theirs, and write it into the rules of procedure: {who}.",
        ),
        APPOINTERS,
    ),
    "report-back": _kind(
        ("Återrapportera utfallet", "Report the outcome back"),
        (
            "Låt varje huvudman anmäla sitt beslut till gruppen, och gruppen ge besked till den som väckte ärendet: {who}.",
            "Let each principal report its decision to the group, and the group tell those who raised the matter: {who}.",
        ),
        PRINCIPALS,
    ),
    "publish": _kind(
        ("Publicera besluten", "Publish the decisions"),
        (
            "Publicera varje huvudmans beslut om rekommendationer på ett ställe: {who}.",
            "Publish each principal's decisions on recommendations in one place: {who}.",
        ),
        PRINCIPALS,
    ),
    "way-on": _kind(
        ("Bestäm vägen efter ett avslag", "Settle the way after a rejection"),
        (
            "Bestäm vad som händer efter ett avslag (återremiss, eller genomförande hos dem som vill): {who}.",
            "Settle what happens after a rejection (referral back, or carrying out with those who want to): {who}.",
        ),
        PRINCIPALS,
    ),
    "describe": _kind(
        ("Beskriv samverkan närmast invånaren", "Describe the collaboration nearest the citizen"),
        (
            "Beskriv formellt vilka som möts, om vad, och hur ärenden går upp och beslut ner: {who}.",
            "Describe formally who meets, about what, and how matters go up and decisions down: {who}.",
        ),
        ("att det som görs i dag ryms i beskrivningen", "that what is done today fits the description"),
    ),
    "complete-agreement": _kind(
        ("Komplettera överenskommelsen", "Complete the agreement"),
        ("Skriv in {what} i överenskommelsen: {who}.", "Write {what} into the agreement: {who}."),
        ("att parterna är ense om innehållet", "that the parties agree on the content"),
    ),
    "staff": _kind(
        ("Ge organet personal", "Give the body staff"),
        ("Ge personal för arbetet: {who}.", "Give it staff for the work: {who}."),
        ("att huvudmännen finansierar den", "that the principals pay for it"),
    ),
    "assignment": _kind(
        ("Beskriv uppdraget", "Describe the assignment"),
        (
            "Beskriv uppdraget: vad, för vilka, med vilket mandat och till vem det redovisas: {who}.",
            "Describe the assignment: what, for whom, with which mandate, accounted for to whom: {who}.",
        ),
        ("att arbetsgivaren vill besluta det", "that the employer is willing to decide it"),
    ),
    "duty": _kind(
        ("Skriv in samverkan i uppdraget", "Write collaboration into the assignment"),
        ("Skriv in samverkan i chefens uppdrag: {who}.", "Write collaboration into the manager's assignment: {who}."),
        ("att arbetsgivaren vill besluta det", "that the employer is willing to decide it"),
    ),
    # mandates and powers
    "mandated-seats": _kind(
        ("Ge ledamöterna mandat", "Give the members mandates"),
        (
            "Låt varje huvudman besluta vilken befattning som företräder den och ge företrädaren mandat att ta hem "
            "ärenden till beslut: {who}.",
            "Let each principal decide which post represents it, with a mandate to take matters home for decision: {who}.",
        ),
        PRINCIPALS,
    ),
    "equal-mandates": _kind(
        ("Jämna ut mandaten", "Make mandates equal"),
        (
            "Bestäm vilket mandat gruppens frågor kräver, och låt varje huvudman utse någon som har det: {who}.",
            "Settle which mandate the group's topics require, and let each principal appoint somebody who has it: {who}.",
        ),
        PRINCIPALS,
    ),
    "retitle": _kind(
        ("Byt benämning", "Change the title"),
        ("Benämn efter vad gruppen gör ({title}): {who}.", "Call it after what it does ({title}): {who}."),
        APPOINTERS,
    ),
    "power": _kind(
        ("Ge rätt att besluta", "Give the power to decide"),
        (
            "Ge rätt att besluta i gruppens frågor, genom beslut hos varje berörd huvudman ({n}): {who}.",
            "Give the power to decide on its topics, by a decision of each principal concerned ({n}): {who}.",
        ),
        (
            "att lagen medger att beslutanderätten lämnas dit, och att varje fullmäktige vill det",
            "that the law lets the power be given there, and that each assembly is willing",
        ),
    ),
    "deciding-seats": _kind(
        ("Ge ledamöterna rätt att besluta", "Give the members the power to decide"),
        (
            "Ge varje berörd huvudman ({n}) en egen ledamot med delegation att besluta i gruppens frågor: {who}.",
            "Give each principal concerned ({n}) a member of its own with delegated power to decide on its topics: {who}.",
        ),
        (
            "att varje huvudman vill delegera beslutet till sin ledamot",
            "that each principal is willing to delegate the decision to its member",
        ),
    ),
    "prepare-only": _kind(
        ("Gruppen bereder, huvudmännen beslutar", "The group prepares, the principals decide"),
        (
            "Säg klart ut att gruppen bereder och rekommenderar och att beslutet väntas av varje huvudman: {who}.",
            "Say clearly that the group prepares and recommends, and that each principal is to decide: {who}.",
        ),
        (
            "att de som väntar på beslut där godtar ordningen",
            "that those who await decisions there accept the arrangement",
        ),
    ),
    "limit-mandate": _kind(
        ("Begränsa mandatet", "Limit the mandate"),
        ("Ta bort rätten att besluta ur mandatet: {who}.", "Take the power to decide out of the mandate: {who}."),
        ("att besluten kan tas av den som har rätten", "that those who have the power can decide instead"),
    ),
    "renew": _kind(
        ("Förnya", "Renew"),
        ("Förnya till och med {date}: {who}.", "Renew to {date}: {who}."),
        ("att innehållet fortfarande gäller", "that the content still holds"),
    ),
    "power-over": _kind(
        ("Ge befogenheten", "Give the authority"),
        ("Ge befogenhet över det som ansvaret gäller ({what}): {who}.", "Give authority over {what}: {who}."),
        ("att den som har befogenheten vill lämna den", "that whoever has the authority is willing to give it"),
    ),
    # ways for matters
    "to-each": _kind(
        ("Skicka rekommendationen till varje huvudman", "Send the recommendation to each principal"),
        (
            "Skicka varje rekommendation för beslut till varje berörd huvudman ({n}), och skriv in det i "
            "arbetsordningen: {who}.",
            "Send each recommendation for decision to each principal concerned ({n}), and write it into the rules of "
            "procedure: {who}.",
        ),
        (
            "att varje huvudman tar upp rekommendationen i det organ som har frågan",
            "that each principal takes the recommendation up in the body that has the topic",
        ),
    ),
    "joint-body": _kind(
        ("Inrätta ett gemensamt organ", "Set up a joint body"),
        (
            "Inrätta ett gemensamt organ som beslutar i gruppens frågor för de berörda huvudmännen ({n}): {who}.",
            "Set up a joint body that decides on its topics for the principals concerned ({n}): {who}.",
        ),
        (
            "att varje fullmäktige vill överlåta besluten",
            "that each assembly is willing to transfer the decisions",
        ),
    ),
    "through-line": _kind(
        ("Låt ärenden gå genom linjen", "Let matters go through the line"),
        (
            "Låt ärenden till {to} gå genom den egna linjen, och skriv in steget: {who}.",
            "Let matters to {to} go through the own line, and write that step down: {who}.",
        ),
        ("att chefer i linjen hinner lyfta ärendena", "that managers in the line have time to bring matters on"),
    ),
    "close-route": _kind(
        ("Stäng vägen", "Close the way"),
        ("Stäng vägen till {to}: {who}.", "Close the way to {to}: {who}."),
        ("att ärendena har en annan väg", "that the matters have another way"),
    ),
    "link": _kind(
        ("Bestäm ett samband", "Settle a link"),
        (
            "Bestäm hur frågor och besked går mellan {who} och {to}, och skriv in det i arbetsordningarna.",
            "Decide how matters and answers go between {who} and {to}, and write it into their rules of procedure.",
        ),
        BOTH,
    ),
    "way-up": _kind(
        ("Öppna en väg uppåt", "Open a way upwards"),
        (
            "Låt {who} lyfta frågor till {to} genom linjen, och få besked tillbaka.",
            "Let {who} bring matters to {to} through the line, and be told the outcome.",
        ),
        BOTH,
    ),
    "down-the-line": _kind(
        ("Genomför genom varje huvudmans linje", "Carry out through each principal's line"),
        (
            "Ange att det som beslutas genomförs genom varje huvudmans linje ({n}), ända ned till verksamheten: {who}.",
            "State that what is decided is carried out through each principal's line ({n}), right down to operations: "
            "{who}.",
        ),
        PRINCIPALS,
    ),
    "second-way": _kind(
        ("Ordna en andra väg", "Arrange a second way"),
        (
            "Låt ärendena även gå direkt till varje berörd huvudman ({n}) för beslut: {who}.",
            "Let matters also go straight to each principal concerned ({n}) for decision: {who}.",
        ),
        PRINCIPALS,
    ),
    "meet-more": _kind(
        ("Mötas oftare", "Meet more often"),
        ("Höj antalet möten till {n} om året: {who}.", "Raise the number of meetings to {n} a year: {who}."),
        ("att ledamöterna har tid", "that the members have the time"),
    ),
    "main-superior": _kind(
        ("Ange närmaste överordnade", "Say who is the main superior"),
        ("Låt {who} rapportera till {to} och ingen annan.", "Let {who} report to {to} and to nobody else."),
        ("att de överordnade är ense", "that the superiors agree"),
    ),
    # groups
    "merge": _kind(
        ("Slå ihop", "Merge"),
        ("Slå ihop {who} till en grupp.", "Merge {who} into one group."),
        (
            "att den gemensamma gruppen hinner med båda gruppernas frågor",
            "that the one group has time for the topics of both",
        ),
    ),
    "nest": _kind(
        ("Gör den ena till beredning", "Make one a preparation"),
        ("Gör {who} till beredning inom {to}.", "Make {who} a preparation within {to}."),
        BOTH,
    ),
    "divide": _kind(
        ("Dela upp frågorna", "Divide the topics"),
        (
            "Låt {who} lämna de frågor som {to} också har ({topics}).",
            "Let {who} give up the topics that {to} also has ({topics}).",
        ),
        ("att frågorna kan skiljas åt i praktiken", "that the topics can be kept apart in practice"),
    ),
    "dissolve": _kind(
        ("Avsluta gruppen", "End the group"),
        ("Avsluta {who}.", "End {who}."),
        ("att ingen längre behöver gruppen", "that nobody needs the group any more"),
    ),
    "topic-to-group": _kind(
        ("Ge en grupp frågan", "Give a group the topic"),
        ("Ge {to} {who} i uppdrag.", "Give {to} the topic: {who}."),
        APPOINTERS,
    ),
    # who is in it
    "seat-each": _kind(
        ("En egen plats åt varje huvudman", "A seat of its own for each principal"),
        (
            "Ge varje huvudman som saknar egen plats ({n}) en: {who}.",
            "Give each principal that lacks a seat of its own ({n}) one: {who}.",
        ),
        ("att varje huvudman kan avstå en ledamots tid", "that each principal can spare a member's time"),
    ),
    "agreement-each": _kind(
        ("Slut överenskommelser som de andras", "Conclude agreements like those of the others"),
        (
            "Slut en överenskommelse av samma slag som de andras ({like}) med var och en ({n}): {who}.",
            "Conclude an agreement like those of the others ({like}) with each of them ({n}): {who}.",
        ),
        ("att båda parter i varje överenskommelse vill sluta den", "that both parties to each are willing to conclude it"),
    ),
    "agreement-join": _kind(
        ("Anslut till en överenskommelse som finns", "Join an agreement that exists"),
        ("Anslut till {to} ({n}): {who}.", "Let them join {to} ({n}): {who}."),
        (
            "att de som redan är parter tar emot fler, och att innehållet passar även dem",
            "that those who are party already take in more, and that the content suits them as well",
        ),
    ),
    "agreement-common": _kind(
        ("Slut en gemensam överenskommelse", "Conclude one common agreement"),
        (
            "Slut en enda överenskommelse av samma slag som de andras ({like}) för alla som saknar ({n}): {who}.",
            "Conclude a single agreement like those of the others ({like}) for all that lack one ({n}): {who}.",
        ),
        ("att alla kan enas om en text", "that all can agree on one text"),
    ),
    "seat-provider": _kind(
        ("Ge plats åt utförarna", "Give the providers a seat"),
        (
            "Ge en plats i {to}, så att de deltar fullt ut: {who}.",
            "Give them a seat in {to}, so that they take full part: {who}.",
        ),
        ("att de vill och kan delta", "that they are willing and able to take part"),
    ),
    "join-agreements": _kind(
        ("Skriv in i överenskommelserna", "Include in the agreements"),
        (
            "Gör till part i överenskommelse om samverkan, så att de deltar fullt ut: {who}.",
            "Make them party to an agreement on collaboration, so that they take full part: {who}.",
        ),
        ("att de vill och kan delta", "that they are willing and able to take part"),
    ),
    "fill": _kind(
        ("Fyll platsen", "Fill the seat"),
        ("Utse en innehavare eller ersättare: {who}.", "Appoint a holder or a substitute: {who}."),
        ("att det finns någon att utse", "that there is somebody to appoint"),
    ),
    "conclude-properly": _kind(
        ("Låt huvudmannen sluta överenskommelsen", "Let the principal conclude the agreement"),
        ("Låt huvudmännen själva besluta om {who}.", "Let the principals themselves decide on {who}."),
        PRINCIPALS,
    ),
    # the whole in view, and follow-up
    "coordinator": _kind(
        ("Inrätta en koordinator för helheten", "Set up a coordinator for the whole"),
        (
            "Ge någon i uppdrag att stödja alla huvudmän på alla nivåer.",
            "Give somebody the task to support all principals at all levels.",
        ),
        ("att huvudmännen finansierar uppdraget tillsammans", "that the principals pay for the task together"),
    ),
    "wider-coordinator": _kind(
        ("Vidga ett uppdrag som finns", "Widen a task that exists"),
        (
            "Vidga uppdraget så att det omfattar alla huvudmän på alla nivåer: {who}.",
            "Widen the task so that it covers all principals at all levels: {who}.",
        ),
        ("att tiden räcker, eller att mer tid ges", "that there is time enough, or that more is given"),
    ),
    "indicator": _kind(
        ("Bestäm indikatorer", "Agree on indicators"),
        (
            "Kom överens om några få indikatorer, med {owner} som ansvarig: {who}.",
            "Agree on a few indicators, with {owner} answering for them: {who}.",
        ),
        ("att uppgifterna redan registreras hos huvudmännen", "that the principals already record the data"),
    ),
    "indicator-owner": _kind(
        ("Utse ansvarig för måttet", "Appoint an owner of the measure"),
        (
            "Bestäm vem som ansvarar ({owner}) och ur vilka uppgifter: {who}.",
            "Settle who answers for it ({owner}) and from which data: {who}.",
        ),
        ("att uppgifterna finns", "that the data exist"),
    ),
    "fund": _kind(
        ("Finansiera uppdraget", "Fund the task"),
        (
            "Besluta arbetstid och finansiering i ordinarie budget: {who}.",
            "Decide working time and financing in the ordinary budget: {who}.",
        ),
        ("att pengarna finns", "that there is money"),
    ),
}

NO_REPAIR_OF_SOURCES = Text(
    "gäller vad källorna säger, inte hur samverkan är ordnad",
    "is about what the sources say, not about how the collaboration is arranged",
)
