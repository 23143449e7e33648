"""What each kind of candidate change is called, says, and takes for granted."""

from __future__ import annotations

from typing import NamedTuple

from remit.model.text import Text


class Kind(NamedTuple):
    """One kind of change: its name, its text (``{who}`` and others filled in), what it takes for granted."""

    title: Text
    text: Text
    assumes: Text


APPOINTERS = Text(
    "att den som tillsatt gruppen vill besluta det",
    "that whoever appointed the group is willing to decide it",
)
PRINCIPALS = Text("att huvudmännen var för sig går med på det", "that the principals each agree to it")
BOTH = Text("att båda grupperna går med på det", "that both groups agree to it")

KINDS: dict[str, Kind] = {
    # written rules of groups, agreements and posts
    "instruction": Kind(
        Text("Besluta arbetsordning", "Decide rules of procedure"),
        Text(
            "Besluta arbetsordning med syfte, frågor och befogenheter: {who}.",
            "Decide rules of procedure with purpose, topics and powers: {who}.",
        ),
        APPOINTERS,
    ),
    "documents": Kind(
        Text("Samla dokumenten", "Gather the documents"),
        Text(
            "Samla gällande överenskommelser, uppdrag och rutiner på ett ställe som alla huvudmän når, och gå "
            "igenom uppdraget med ledamöterna: {who}.",
            "Gather the agreements, assignments and routines in force in one place that all principals can reach, and "
            "go through the remit with the members: {who}.",
        ),
        Text("att någon håller samlingen aktuell", "that somebody keeps the collection up to date"),
    ),
    "introduction": Kind(
        Text("Besluta introduktion", "Decide an introduction"),
        Text(
            "Besluta en rutin för introduktion av nya ledamöter, med {owner} som ansvarig: {who}.",
            "Decide a routine for introducing new members, with {owner} answering for it: {who}.",
        ),
        Text("att den ansvariga har tid för det", "that whoever answers for it has the time"),
    ),
    "vice-chair": Kind(
        Text("Utse vice ordförande", "Appoint a vice chair"),
        Text("Utse en vice ordförande som tar över: {who}.", "Appoint a vice chair who takes over: {who}."),
        Text("att parterna turas om även om posten som vice", "that the parties take turns at that post as well"),
    ),
    "longer-chair": Kind(
        Text("Längre tid för ordföranden", "A longer term of the chair"),
        Text(
            "Utse ordföranden för {years} år i taget: {who}.",
            "Appoint the chair for {years} years at a time: {who}.",
        ),
        Text(
            "att växlingen mellan parterna får ske mer sällan", "that the chair may pass between the parties less often"
        ),
    ),
    "owner": Kind(
        Text("Bestäm vem som äger ärendena", "Settle who owns the matters"),
        Text(
            "Bestäm för varje ärende vem i gruppen som tar det som sitt, och skriv in det i arbetsordningen: {who}.",
            "Settle for each matter who in the group takes it as theirs, and write it into the rules of procedure: "
            "{who}.",
        ),
        APPOINTERS,
    ),
    "report-back": Kind(
        Text("Återrapportera utfallet", "Report the outcome back"),
        Text(
            "Låt varje huvudman anmäla sitt beslut till gruppen, och gruppen ge besked till den som väckte "
            "ärendet: {who}.",
            "Let each principal report its decision to the group, and the group tell those who raised the matter: "
            "{who}.",
        ),
        PRINCIPALS,
    ),
    "publish": Kind(
        Text("Publicera besluten", "Publish the decisions"),
        Text(
            "Publicera varje huvudmans beslut om rekommendationer på ett ställe: {who}.",
            "Publish each principal's decisions on recommendations in one place: {who}.",
        ),
        PRINCIPALS,
    ),
    "way-on": Kind(
        Text("Bestäm vägen efter ett avslag", "Settle the way after a rejection"),
        Text(
            "Bestäm vad som händer efter ett avslag (återremiss, eller genomförande hos dem som vill): {who}.",
            "Settle what happens after a rejection (referral back, or carrying out with those who want to): {who}.",
        ),
        PRINCIPALS,
    ),
    "describe": Kind(
        Text("Beskriv samverkan närmast invånaren", "Describe the collaboration nearest the citizen"),
        Text(
            "Beskriv formellt vilka som möts, om vad, och hur ärenden går upp och beslut ner: {who}.",
            "Describe formally who meets, about what, and how matters go up and decisions down: {who}.",
        ),
        Text("att det som görs i dag ryms i beskrivningen", "that what is done today fits the description"),
    ),
    "complete-agreement": Kind(
        Text("Komplettera överenskommelsen", "Complete the agreement"),
        Text("Skriv in {what} i överenskommelsen: {who}.", "Write {what} into the agreement: {who}."),
        Text("att parterna är ense om innehållet", "that the parties agree on the content"),
    ),
    "staff": Kind(
        Text("Ge organet personal", "Give the body staff"),
        Text("Ge personal för arbetet: {who}.", "Give it staff for the work: {who}."),
        Text("att huvudmännen finansierar den", "that the principals pay for it"),
    ),
    "assignment": Kind(
        Text("Beskriv uppdraget", "Describe the assignment"),
        Text(
            "Beskriv uppdraget: vad, för vilka, med vilket mandat och till vem det redovisas: {who}.",
            "Describe the assignment: what, for whom, with which mandate, accounted for to whom: {who}.",
        ),
        Text("att arbetsgivaren vill besluta det", "that the employer is willing to decide it"),
    ),
    "duty": Kind(
        Text("Skriv in samverkan i uppdraget", "Write collaboration into the assignment"),
        Text(
            "Skriv in samverkan i chefens uppdrag: {who}.", "Write collaboration into the manager's assignment: {who}."
        ),
        Text("att arbetsgivaren vill besluta det", "that the employer is willing to decide it"),
    ),
    "owner-of-precondition": Kind(
        Text("Utse vem som svarar för förutsättningen", "Appoint who answers for the precondition"),
        Text(
            "Låt {owner} svara för det som aktiviteten väntar på: {who}.",
            "Let {owner} answer for what the activity waits for: {who}.",
        ),
        Text("att den som utses har befogenheten", "that whoever is appointed has the authority"),
    ),
    "assign-working-group": Kind(
        Text("Ge arbetsgruppen uppdrag", "Assign the working group"),
        Text(
            "Låt det organ som tillsatt arbetsgruppen besluta syfte, mål och uppdrag: {who}.",
            "Let the body that set up the working group decide purpose, goal and assignment: {who}.",
        ),
        APPOINTERS,
    ),
    # mandates and powers
    "mandated-seats": Kind(
        Text("Ge ledamöterna mandat", "Give the members mandates"),
        Text(
            "Låt varje huvudman besluta vilken befattning som företräder den och ge företrädaren mandat att ta hem "
            "ärenden till beslut: {who}.",
            "Let each principal decide which post represents it, with a mandate to take matters home for decision: "
            "{who}.",
        ),
        PRINCIPALS,
    ),
    "own-mandated-seats": Kind(
        Text("Egna ledamöter som tar hem ärenden", "Members of their own who take matters home"),
        Text(
            "Ge varje berörd huvudman ({n}) en egen ledamot med mandat att ta hem ärenden till beslut: {who}.",
            "Give each principal concerned ({n}) a member of its own with a mandate to take matters home: {who}.",
        ),
        PRINCIPALS,
    ),
    "equal-mandates": Kind(
        Text("Jämna ut mandaten", "Make mandates equal"),
        Text(
            "Bestäm vilket mandat gruppens frågor kräver, och låt varje huvudman utse någon som har det: {who}.",
            "Settle which mandate the group's topics require, and let each principal appoint somebody who has it: "
            "{who}.",
        ),
        PRINCIPALS,
    ),
    "retitle": Kind(
        Text("Byt benämning", "Change the title"),
        Text("Benämn efter vad gruppen gör ({title}): {who}.", "Call it after what it does ({title}): {who}."),
        APPOINTERS,
    ),
    "power": Kind(
        Text("Ge rätt att besluta", "Give the power to decide"),
        Text(
            "Ge rätt att besluta i gruppens frågor, genom beslut hos varje berörd huvudman ({n}): {who}.",
            "Give the power to decide on its topics, by a decision of each principal concerned ({n}): {who}.",
        ),
        Text(
            "att lagen medger att beslutanderätten lämnas dit, och att varje fullmäktige vill det",
            "that the law lets the power be given there, and that each assembly is willing",
        ),
    ),
    "deciding-seats": Kind(
        Text("Ge ledamöterna rätt att besluta", "Give the members the power to decide"),
        Text(
            "Ge varje berörd huvudman ({n}) en egen ledamot med delegation att besluta i gruppens frågor: {who}.",
            "Give each principal concerned ({n}) a member of its own with delegated power to decide on its topics: "
            "{who}.",
        ),
        Text(
            "att varje huvudman vill delegera beslutet till sin ledamot",
            "that each principal is willing to delegate the decision to its member",
        ),
    ),
    "prepare-only": Kind(
        Text("Gruppen bereder, huvudmännen beslutar", "The group prepares, the principals decide"),
        Text(
            "Säg klart ut att gruppen bereder och rekommenderar och att beslutet väntas av varje huvudman: {who}.",
            "Say clearly that the group prepares and recommends, and that each principal is to decide: {who}.",
        ),
        Text(
            "att de som väntar på beslut där godtar ordningen",
            "that those who await decisions there accept the arrangement",
        ),
    ),
    "limit-mandate": Kind(
        Text("Begränsa mandatet", "Limit the mandate"),
        Text("Ta bort rätten att besluta ur mandatet: {who}.", "Take the power to decide out of the mandate: {who}."),
        Text("att besluten kan tas av den som har rätten", "that those who have the power can decide instead"),
    ),
    "renew": Kind(
        Text("Förnya", "Renew"),
        Text("Förnya till och med {date}: {who}.", "Renew to {date}: {who}."),
        Text("att innehållet fortfarande gäller", "that the content still holds"),
    ),
    "power-over": Kind(
        Text("Ge befogenheten", "Give the authority"),
        Text("Ge befogenhet över det som ansvaret gäller ({what}): {who}.", "Give authority over {what}: {who}."),
        Text("att den som har befogenheten vill lämna den", "that whoever has the authority is willing to give it"),
    ),
    # ways for matters
    "to-each": Kind(
        Text("Skicka rekommendationen till varje huvudman", "Send the recommendation to each principal"),
        Text(
            "Skicka varje rekommendation för beslut till varje berörd huvudman ({n}), och skriv in det i "
            "arbetsordningen: {who}.",
            "Send each recommendation for decision to each principal concerned ({n}), and write it into the rules of "
            "procedure: {who}.",
        ),
        Text(
            "att varje huvudman tar upp rekommendationen i det organ som har frågan",
            "that each principal takes the recommendation up in the body that has the topic",
        ),
    ),
    "joint-body": Kind(
        Text("Inrätta ett gemensamt organ", "Set up a joint body"),
        Text(
            "Inrätta ett gemensamt organ som beslutar i gruppens frågor för de berörda huvudmännen ({n}): {who}.",
            "Set up a joint body that decides on its topics for the principals concerned ({n}): {who}.",
        ),
        Text(
            "att varje fullmäktige vill överlåta besluten",
            "that each assembly is willing to transfer the decisions",
        ),
    ),
    "through-line": Kind(
        Text("Låt ärenden gå genom linjen", "Let matters go through the line"),
        Text(
            "Låt ärenden till {to} gå genom den egna linjen, och skriv in steget: {who}.",
            "Let matters to {to} go through the own line, and write that step down: {who}.",
        ),
        Text("att chefer i linjen hinner lyfta ärendena", "that managers in the line have time to bring matters on"),
    ),
    "close-route": Kind(
        Text("Stäng vägen", "Close the way"),
        Text("Stäng vägen till {to}: {who}.", "Close the way to {to}: {who}."),
        Text("att ärendena har en annan väg", "that the matters have another way"),
    ),
    "link": Kind(
        Text("Bestäm ett samband", "Settle a link"),
        Text(
            "Bestäm hur frågor och besked går mellan {who} och {to}, och skriv in det i arbetsordningarna.",
            "Decide how matters and answers go between {who} and {to}, and write it into their rules of procedure.",
        ),
        BOTH,
    ),
    "way-up": Kind(
        Text("Öppna en väg uppåt", "Open a way upwards"),
        Text(
            "Låt {who} lyfta frågor till {to} genom linjen, och få besked tillbaka.",
            "Let {who} bring matters to {to} through the line, and be told the outcome.",
        ),
        BOTH,
    ),
    "down-the-line": Kind(
        Text("Genomför genom varje huvudmans linje", "Carry out through each principal's line"),
        Text(
            "Ange att det som beslutas genomförs genom varje huvudmans linje ({n}), ända ned till verksamheten: {who}.",
            "State that what is decided is carried out through each principal's line ({n}), right down to operations: "
            "{who}.",
        ),
        PRINCIPALS,
    ),
    "second-way": Kind(
        Text("Ordna en andra väg", "Arrange a second way"),
        Text(
            "Låt ärendena även gå direkt till varje berörd huvudman ({n}) för beslut: {who}.",
            "Let matters also go straight to each principal concerned ({n}) for decision: {who}.",
        ),
        PRINCIPALS,
    ),
    "meet-more": Kind(
        Text("Mötas oftare", "Meet more often"),
        Text("Höj antalet möten till {n} om året: {who}.", "Raise the number of meetings to {n} a year: {who}."),
        Text("att ledamöterna har tid", "that the members have the time"),
    ),
    "main-superior": Kind(
        Text("Ange närmaste överordnade", "Say who is the main superior"),
        Text("Låt {who} rapportera till {to} och ingen annan.", "Let {who} report to {to} and to nobody else."),
        Text("att de överordnade är ense", "that the superiors agree"),
    ),
    # groups
    "merge": Kind(
        Text("Slå ihop", "Merge"),
        Text("Slå ihop {who} till en grupp.", "Merge {who} into one group."),
        Text(
            "att den gemensamma gruppen hinner med båda gruppernas frågor",
            "that the one group has time for the topics of both",
        ),
    ),
    "nest": Kind(
        Text("Gör den ena till beredning", "Make one a preparation"),
        Text("Gör {who} till beredning inom {to}.", "Make {who} a preparation within {to}."),
        BOTH,
    ),
    "divide": Kind(
        Text("Dela upp frågorna", "Divide the topics"),
        Text(
            "Låt {who} lämna de frågor som {to} också har ({topics}).",
            "Let {who} give up the topics that {to} also has ({topics}).",
        ),
        Text("att frågorna kan skiljas åt i praktiken", "that the topics can be kept apart in practice"),
    ),
    "dissolve": Kind(
        Text("Avsluta gruppen", "End the group"),
        Text("Avsluta {who}.", "End {who}."),
        Text("att ingen längre behöver gruppen", "that nobody needs the group any more"),
    ),
    "topic-to-group": Kind(
        Text("Ge en grupp frågan", "Give a group the topic"),
        Text("Ge {to} {who} i uppdrag.", "Give {to} the topic: {who}."),
        APPOINTERS,
    ),
    "ways-for-topic": Kind(
        Text("Öppna vägar för frågan", "Open ways for the topic"),
        Text(
            "Öppna vägar genom linjen till {to} från de grupper närmare invånaren som har frågan: {who}.",
            "Open ways through the line to {to} from the groups nearer the citizen that have the topic: {who}.",
        ),
        Text("att chefer i linjen hinner lyfta ärendena", "that managers in the line have time to bring matters on"),
    ),
    # who is in it
    "seat-each": Kind(
        Text("En egen plats åt varje huvudman", "A seat of its own for each principal"),
        Text(
            "Ge varje huvudman som saknar egen plats ({n}) en: {who}.",
            "Give each principal that lacks a seat of its own ({n}) one: {who}.",
        ),
        Text("att varje huvudman kan avstå en ledamots tid", "that each principal can spare a member's time"),
    ),
    "agreement-each": Kind(
        Text("Slut överenskommelser som de andras", "Conclude agreements like those of the others"),
        Text(
            "Slut en överenskommelse av samma slag som de andras ({like}) med var och en ({n}): {who}.",
            "Conclude an agreement like those of the others ({like}) with each of them ({n}): {who}.",
        ),
        Text(
            "att båda parter i varje överenskommelse vill sluta den",
            "that both parties to each are willing to conclude it",
        ),
    ),
    "agreement-join": Kind(
        Text("Anslut till en överenskommelse som finns", "Join an agreement that exists"),
        Text("Anslut till {to} ({n}): {who}.", "Let them join {to} ({n}): {who}."),
        Text(
            "att de som redan är parter tar emot fler, och att innehållet passar även dem",
            "that those who are party already take in more, and that the content suits them as well",
        ),
    ),
    "agreement-common": Kind(
        Text("Slut en gemensam överenskommelse", "Conclude one common agreement"),
        Text(
            "Slut en enda överenskommelse av samma slag som de andras ({like}) för alla som saknar ({n}): {who}.",
            "Conclude a single agreement like those of the others ({like}) for all that lack one ({n}): {who}.",
        ),
        Text("att alla kan enas om en text", "that all can agree on one text"),
    ),
    "seat-provider": Kind(
        Text("Ge plats åt utförarna", "Give the providers a seat"),
        Text(
            "Ge en plats i {to}, så att de deltar fullt ut: {who}.",
            "Give them a seat in {to}, so that they take full part: {who}.",
        ),
        Text("att de vill och kan delta", "that they are willing and able to take part"),
    ),
    "join-agreements": Kind(
        Text("Slut en överenskommelse", "Conclude an agreement"),
        Text(
            "Slut överenskommelse om samverkan med {to}, så att de deltar fullt ut: {who}.",
            "Conclude an agreement on collaboration with {to}, so that they take full part: {who}.",
        ),
        Text("att de vill och kan delta", "that they are willing and able to take part"),
    ),
    "fill": Kind(
        Text("Fyll platsen", "Fill the seat"),
        Text("Utse en innehavare eller ersättare: {who}.", "Appoint a holder or a substitute: {who}."),
        Text("att det finns någon att utse", "that there is somebody to appoint"),
    ),
    "conclude-properly": Kind(
        Text("Låt huvudmannen sluta överenskommelsen", "Let the principal conclude the agreement"),
        Text("Låt huvudmännen själva besluta om {who}.", "Let the principals themselves decide on {who}."),
        PRINCIPALS,
    ),
    # the whole in view, and follow-up
    "coordinator": Kind(
        Text("Inrätta en koordinator för helheten", "Set up a coordinator for the whole"),
        Text(
            "Ge någon i uppdrag att stödja alla huvudmän på alla nivåer.",
            "Give somebody the task to support all principals at all levels.",
        ),
        Text("att huvudmännen finansierar uppdraget tillsammans", "that the principals pay for the task together"),
    ),
    "wider-coordinator": Kind(
        Text("Vidga ett uppdrag som finns", "Widen a task that exists"),
        Text(
            "Vidga uppdraget så att det omfattar alla huvudmän på alla nivåer: {who}.",
            "Widen the task so that it covers all principals at all levels: {who}.",
        ),
        Text("att tiden räcker, eller att mer tid ges", "that there is time enough, or that more is given"),
    ),
    "indicator": Kind(
        Text("Bestäm indikatorer", "Agree on indicators"),
        Text(
            "Kom överens om några få indikatorer, med {owner} som ansvarig: {who}.",
            "Agree on a few indicators, with {owner} answering for them: {who}.",
        ),
        Text("att uppgifterna redan registreras hos huvudmännen", "that the principals already record the data"),
    ),
    "indicator-owner": Kind(
        Text("Utse ansvarig för måttet", "Appoint an owner of the measure"),
        Text(
            "Bestäm vem som ansvarar ({owner}) och ur vilka uppgifter: {who}.",
            "Settle who answers for it ({owner}) and from which data: {who}.",
        ),
        Text("att uppgifterna finns", "that the data exist"),
    ),
    "fund": Kind(
        Text("Finansiera uppdraget", "Fund the task"),
        Text(
            "Besluta arbetstid och finansiering i ordinarie budget: {who}.",
            "Decide working time and financing in the ordinary budget: {who}.",
        ),
        Text("att pengarna finns", "that there is money"),
    ),
    # plans, decisions that are due
    "start-activity": Kind(
        Text("Starta aktiviteten på fler nivåer", "Start the activity at more levels"),
        Text(
            "Starta aktiviteten också på {levels}, med {owner} som ansvarig: {who}.",
            "Start the activity at {levels} too, with {owner} answering for it: {who}.",
        ),
        Text("att det finns arbetstid för den där", "that there is working time for it there"),
    ),
    "limit-activity": Kind(
        Text("Begränsa aktiviteten till en nivå", "Limit the activity to one level"),
        Text(
            "Säg i planen att aktiviteten bara gäller {level}; det den lovade för {others} utgår: {who}.",
            "Say in the plan that the activity is for {level} only; what it promised for {others} is dropped: {who}.",
        ),
        Text(
            "att de som väntar på aktiviteten där får besked om att den inte kommer",
            "that those who wait for the activity there are told that it does not come",
        ),
    ),
    "clarify-activity": Kind(
        Text("Klargör aktiviteten", "Make the activity clear"),
        Text(
            "Bestäm vem som gör vad, med {owner} som ansvarig, och att aktiviteten ska {status}: {who}.",
            "Settle who does what, with {owner} answering for it, and that the activity is to be {status}: {who}.",
        ),
        Text(
            "att de som ska göra det är ense om vad aktiviteten betyder",
            "that those who are to do it agree on what the activity means",
        ),
    ),
    "new-date": Kind(
        Text("Bestäm ett nytt datum", "Set a new date"),
        Text(
            "Ta upp ärendet hos {principals}, senast {date}: {who}.",
            "Take the matter up at {principals}, by {date}: {who}.",
        ),
        Text(
            "att det blir beslutat eller genomfört då: ändringen flyttar datumet, den fattar inget beslut",
            "that it is decided or carried out by then: the change moves the date, it takes no decision",
        ),
    ),
    # posts
    "second-seat": Kind(
        Text("En plats till vid sidan av nyckelpersonen", "Another seat beside the key person"),
        Text(
            "Ge huvudmannen en plats till, eller gruppen en vice ordförande, i {groups}, så att de inte stannar om en "
            "faller bort: {who}.",
            "Give the principal another seat, or the group a vice chair, in {groups}, so that they do not stop if one "
            "is lost: {who}.",
        ),
        Text("att huvudmannen kan avstå en ledamots tid till", "that the principal can spare one more member's time"),
    ),
    "other-holder": Kind(
        Text("Sprid platserna på fler", "Spread the seats over more"),
        Text("Låt {other} ta över platserna i {groups}: {who}.", "Let {other} take over the seats in {groups}: {who}."),
        Text(
            "att den som tar över får tid och samma mandat",
            "that whoever takes over is given time and the same mandate",
        ),
    ),
    "deputies": Kind(
        Text("Dela ledningen på fler", "Divide the leading among more"),
        Text(
            "Inrätta {n} befattningar som var och en leder en del av dem som nu rapporterar direkt: {who}.",
            "Set up {n} posts that each lead a part of those who now report directly: {who}.",
        ),
        Text(
            "att de tillsätts, och att uppdelningen följer verksamheten (förslaget delar efter ordning)",
            "that they are filled, and that the division follows the work (the suggestion divides by order)",
        ),
    ),
    "join-levels": Kind(
        Text("Lägg ihop chefsnivåer", "Join levels of management"),
        Text(
            "Lägg ihop befattningen med den närmast över, {to}, som tar över det den leder: {who}.",
            "Join the post with the one above it, {to}, which takes over what it leads: {who}.",
        ),
        Text("att den som tar över hinner", "that whoever takes over has time for it"),
    ),
}

NO_MOVE = Text(
    "ingen ändring av strukturen är känd som åtgärdar den i det här läget",
    "no change of the structure is known that clears it as things are here",
)
UNREPAIRABLE: dict[str, Text] = {
    "SRC901": Text(
        "uppgiften behöver en källa; ingen ändring av hur samverkan är ordnad ger den en",
        "the fact needs a source; no change in how the collaboration is arranged gives it one",
    ),
    "SRC902": Text(
        "källorna säger olika; ta reda på vad som gäller – att stryka den ena uppgiften är ingen åtgärd",
        "the sources disagree; find out what holds – to strike one of the facts is no repair",
    ),
    "SRC903": Text(
        "källan lämnar det till senare; åtgärden är att bestämma det, inte att ordna samverkan på annat sätt",
        "the source leaves it to be settled later; the repair is to settle it, not to arrange things otherwise",
    ),
}
"""Why some rules rightly have no repairs."""
