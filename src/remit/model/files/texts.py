"""The texts of the faults of model files, by code: what is wrong, what was found, what would be right."""

from __future__ import annotations

from remit.model.text import Text

HINTS: dict[str, Text] = {
    "near": Text("Menades ”{near}”?", 'Did you mean "{near}"?'),
}
"""What is added to a text where the value of that name is known."""

_FILES: dict[str, Text] = {
    "no_such_file": Text(
        "Filen ”{found}” finns inte. Kontrollera namnet och mappen.",
        'There is no file "{found}". Check the name and the folder.',
    ),
    "no_such_model": Text(
        "”{found}” är varken en fil eller en medföljande modell. Medföljande är: {known}.",
        '"{found}" is neither a file nor a shipped model. Shipped are: {known}.',
    ),
    "no_such_scenario": Text(
        "”{found}” är varken en fil eller ett medföljande scenario. Medföljande är: {known}.",
        '"{found}" is neither a file nor a shipped scenario. Shipped are: {known}.',
    ),
    "no_address": Text(
        "En modell anges som en fil eller ett namn på en medföljande modell; adresser kan inte läsas än.",
        "A model is named as a file or as a shipped model; addresses cannot be read yet.",
    ),
    "is_folder": Text("”{found}” är en mapp. Ange en fil i den.", '"{found}" is a folder. Name a file in it.'),
    "not_regular": Text(
        "”{found}” är ingen vanlig fil utan ett rör, en enhet eller liknande, och läses inte.",
        '"{found}" is no regular file but a pipe, a device or the like, and is not read.',
    ),
    "file_too_large": Text(
        "”{found}” är större än gränsen {limit} MB. Dela upp modellen med include.",
        '"{found}" is larger than the limit of {limit} MB. Split the model with include.',
    ),
    "no_right_to_read": Text(
        "”{found}” får inte läsas av den här användaren. Ändra rättigheterna.",
        '"{found}" may not be read by this user. Change the rights.',
    ),
    "cannot_read": Text("”{found}” gick inte att läsa: {why}.", '"{found}" could not be read: {why}.'),
    "no_right_to_write": Text(
        "”{found}” får inte skrivas av den här användaren. Välj en annan mapp eller ändra rättigheterna.",
        '"{found}" may not be written by this user. Choose another folder or change the rights.',
    ),
    "no_folder_to_write": Text(
        "Mappen för ”{found}” finns inte. Skapa den eller välj en annan.",
        'The folder of "{found}" does not exist. Make it or choose another.',
    ),
    "cannot_write": Text(
        "”{found}” gick inte att skriva: {why}. En tidigare fil med namnet är orörd.",
        '"{found}" could not be written: {why}. A former file of that name is untouched.',
    ),
    "unknown_format": Text(
        "en modell skrivs inte i formatet ”{found}”. Möjliga är {known}.",
        'a model is not written in the format "{found}". Possible are {known}.',
    ),
    "exists_already": Text(
        "”{found}” finns redan och skrivs inte över. Välj ett annat namn.",
        '"{found}" exists already and is not overwritten. Choose another name.',
    ),
    "looks_like_zip": Text(
        "detta är en zip-fil eller en Excel-arbetsbok, ingen text i YAML eller JSON",
        "this is a zip file or an Excel workbook, not text in YAML or JSON",
    ),
    "looks_like_old_office": Text(
        "detta är en äldre Office-fil (.xls, .doc) eller en krypterad arbetsbok, ingen text i YAML eller JSON",
        "this is an old Office file (.xls, .doc) or an encrypted workbook, not text in YAML or JSON",
    ),
    "looks_like_pdf": Text("detta är en PDF, ingen text i YAML eller JSON", "this is a PDF, not text in YAML or JSON"),
    "looks_like_gzip": Text(
        "detta är en komprimerad fil. Packa upp den först.", "this is a compressed file. Unpack it first."
    ),
    "looks_like_html": Text(
        "detta är en webbsida. Hämta själva filen i stället för sidan som visar den.",
        "this is a web page. Download the file itself, not the page that shows it.",
    ),
    "looks_like_xml": Text("detta är XML, inte YAML eller JSON", "this is XML, not YAML or JSON"),
    "looks_binary": Text(
        "detta är ingen text. En modell är en textfil i YAML eller JSON.",
        "this is not text. A model is a text file in YAML or JSON.",
    ),
    "merge_conflict": Text(
        "här står en konflikt från git kvar. Välj den ena versionen och ta bort raderna <<<<<<<, ======= och >>>>>>>.",
        "a conflict left by git stands here. Choose one version and remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    "utf16": Text("filen är sparad i UTF-16. Spara den som UTF-8.", "the file is saved in UTF-16. Save it as UTF-8."),
    "not_utf8": Text(
        "byten {byte} är inte UTF-8. Spara filen som UTF-8.",
        "the byte {byte} is not UTF-8. Save the file as UTF-8.",
    ),
    "looks_like_cp1252": Text(
        "byten {byte} är inte UTF-8; filen ser ut att vara sparad i Windows teckenkodning cp1252 (då står "
        "här ”{meant}”). Spara den som UTF-8.",
        "the byte {byte} is not UTF-8; the file looks as if it were saved in the Windows encoding cp1252 (it "
        'then says "{meant}" here). Save it as UTF-8.',
    ),
    "forbidden_sign": Text(
        "tecknet {sign} får inte stå i en modell. Ta bort det; det syns ofta inte i redigeraren.",
        "the sign {sign} may not stand in a model. Remove it; editors often do not show it.",
    ),
    "empty_file": Text(
        "filen innehåller ingen modell. Börja med en från remit init.",
        "the file holds no model. Begin with one from remit init.",
    ),
    "root_no_mapping": Text(
        "en modell är en avbildning med nycklar som ”remit”, ”model” och ”groups”; här står {found}",
        'a model is a mapping with keys such as "remit", "model" and "groups"; here stands {found}',
    ),
    "include_outside": Text(
        "”{found}” tas inte med: bara filer i samma mapp som modellen eller i en mapp under den, utan "
        "adresser och ”..”",
        '"{found}" is not included: only files in the folder of the model or below it, without addresses and ".."',
    ),
    "include_missing": Text("filen ”{found}” finns inte", 'there is no file "{found}"'),
    "include_unreadable": Text("filen ”{found}” gick inte att läsa", 'the file "{found}" could not be read'),
    "include_circle": Text(
        "filerna tar med varandra runt: {found}. Ta bort ett led.",
        "the files include one another in a circle: {found}. Remove one step.",
    ),
    "include_without_folder": Text(
        "include går bara från en fil, inte från en text utan mapp",
        "include works only from a file, not from a text without a folder",
    ),
    "too_many_files": Text(
        "för många filer: gränsen är {limit}, i högst {depth} led",
        "too many files: the limit is {limit}, at most {depth} deep",
    ),
    "model_in_included": Text(
        "bara huvudfilen har ”model”; en fil som tas med har avsnitt som ”groups”",
        'only the main file has "model"; an included file has sections such as "groups"',
    ),
}

_SYNTAX: dict[str, Text] = {
    "too_deep": Text("djupare nästlat än gränsen {limit} nivåer", "nested deeper than the limit of {limit} levels"),
    "text_too_long": Text("en text längre än gränsen {limit} tecken", "a text longer than the limit of {limit} signs"),
    "duplicate_key": Text(
        "nyckeln ”{found}” står redan på {first}. Behåll en av dem.",
        'the key "{found}" stands already at {first}. Keep one of them.',
    ),
    "two_spellings": Text(
        "nyckeln ”{found}” står redan på {first}, med ett tecken som ser likadant ut men är sammansatt på "
        "annat sätt. Skriv båda lika.",
        'the key "{found}" stands already at {first}, with a sign that looks the same but is composed in '
        "another way. Write both alike.",
    ),
    "key_not_text": Text(
        "en nyckel är en text, inte en lista eller avbildning. Börjar en text med [ eller {{ ska den stå "
        "inom citattecken.",
        "a key is a text, not a list or mapping. A text that begins with [ or {{ is put in quotes.",
    ),
    "merge_key": Text(
        "”<<” används inte här. Det som är gemensamt skrivs under ”defaults” i avsnittet.",
        '"<<" is not used here. What is common is written under "defaults" in the section.',
    ),
    "alias_unknown": Text(
        "”*{found}” hänvisar till ett ankare ”&{found}” som inte finns före detta. Är det en text ska den "
        "stå inom citattecken.",
        '"*{found}" refers to an anchor "&{found}" that does not stand before it. A text is put in quotes.',
    ),
    "alias_in_itself": Text(
        "”*{found}” står i det som det hänvisar till", '"*{found}" stands inside what it refers to'
    ),
    "alias_weight": Text(
        "hänvisningarna (*) står tillsammans för mer än gränsen {limit} värden",
        "the aliases (*) together stand for more than the limit of {limit} values",
    ),
    "tag": Text(
        "taggar används inte i en modell, här ”{found}”. Ta bort den; en text behöver ingen.",
        'tags are not used in a model, here "{found}". Remove it; a text needs none.',
    ),
    "several_documents": Text(
        "här börjar ett andra dokument. En fil har en modell; ta bort raden ---.",
        "a second document begins here. A file has one model; remove the line ---.",
    ),
    "yaml_no_colon": Text(
        "här saknas ett kolon. En rad är ”nyckel: värde”.", 'a colon is missing here. A line is "key: value".'
    ),
    "yaml_colon_in_text": Text(
        "ett kolon här gör texten till en nyckel. Står kolonet i en text, sätt texten inom citattecken; "
        "annars är raden före felindragen.",
        "a colon here makes the text a key. If the colon is part of a text, put the text in quotes; else the "
        "line before is indented wrongly.",
    ),
    "yaml_open_bracket": Text(
        "”{found}” öppnas här och stängs inte som det ska; felet märks på rad {where}. Kontrollera "
        "kommatecken, kolon och slutklammer.",
        '"{found}" opens here and is not closed as it should be; the fault shows on line {where}. Check '
        "commas, colons and the closing bracket.",
    ),
    "yaml_cut": Text(
        "”{found}” öppnas här och stängs aldrig: filen slutar mitt i, på rad {where}",
        '"{found}" opens here and is never closed: the file ends in the middle, on line {where}',
    ),
    "yaml_open_quote": Text(
        "citattecknet {found} öppnas här och stängs aldrig", "the quote {found} opens here and is never closed"
    ),
    "yaml_indent": Text(
        "indraget stämmer inte med raderna före. Det som hör ihop börjar i samma kolumn.",
        "the indentation does not agree with the lines before. What belongs together begins in the same column.",
    ),
    "yaml_tab": Text("här står en tabb. Dra in med blanksteg.", "a tab stands here. Indent with spaces."),
    "yaml_dash": Text(
        "ett strecksatt led kan inte stå här. Börja listan på en ny rad.",
        "an item with a dash cannot stand here. Begin the list on a new line.",
    ),
    "yaml_reserved_sign": Text(
        "en text kan inte börja med ”{found}” utan citattecken. Skriv den inom citattecken.",
        'a text cannot begin with "{found}" unquoted. Put it in quotes.',
    ),
    "yaml_escape": Text(
        "”\\” följs av något som inte betyder något. Skriv ”\\\\”, eller använd enkla citattecken.",
        '"\\" is followed by something that means nothing. Write "\\\\", or use single quotes.',
    ),
    "yaml_directive": Text(
        "raden som börjar med % kan inte läsas. Ta bort den.",
        "the line that begins with % cannot be read. Remove it.",
    ),
    "yaml_block_text": Text(
        "texten efter | eller > kan inte läsas. Skriv inget mer på den raden och dra in texten under den.",
        "the text after | or > cannot be read. Write nothing more on that line and indent the text below it.",
    ),
    "yaml_no_value": Text(
        "här väntas ett värde. Saknas det, ta bort nyckeln eller kommatecknet.",
        "a value is expected here. If there is none, remove the key or comma.",
    ),
    "yaml_broken": Text(
        "YAML kan inte läsas här. Kontrollera indrag, citattecken och kolon.",
        "the YAML cannot be read here. Check indentation, quotes and colons.",
    ),
    "toml_broken": Text(
        "TOML-filen går inte att läsa här. Kontrollera citattecken, likhetstecken och hakparenteser, och att ingen "
        "nyckel står två gånger.",
        "the TOML cannot be read here. Check quotes, equals signs and brackets, and that no key stands twice.",
    ),
    "json_comment": Text("kommentarer finns inte i JSON. Ta bort den.", "JSON has no comments. Remove it."),
    "json_trailing_comma": Text(
        "ett kommatecken för mycket, före slutklammern", "a comma too many, before the closing bracket"
    ),
    "json_no_comma": Text(
        "här väntas ett kommatecken eller ”{closing}”, men det står ”{found}”",
        'a comma or "{closing}" is expected here, but "{found}" stands here',
    ),
    "json_no_colon": Text("här väntas ett kolon efter nyckeln", "a colon is expected here after the key"),
    "json_key_not_quoted": Text(
        'en nyckel står inom citattecken ("…"), men här står ”{found}”',
        'a key stands in quotes ("…"), but here stands "{found}"',
    ),
    "json_single_quotes": Text(
        "JSON använder dubbla citattecken (\"…\"), inte '…'", "JSON uses double quotes (\"…\"), not '…'"
    ),
    "json_value": Text(
        "”{found}” är inget värde i JSON. En text står inom citattecken; NaN och Infinity finns inte.",
        '"{found}" is no value in JSON. A text stands in quotes; NaN and Infinity do not exist.',
    ),
    "json_escape": Text(
        "”\\” följs av något som inte betyder något i JSON. Skriv ”\\\\”.",
        '"\\" is followed by something that means nothing in JSON. Write "\\\\".',
    ),
    "json_after_end": Text(
        "modellen slutar före detta, men det står mer: ”{found}”",
        'the model ends before this, but there is more: "{found}"',
    ),
}

_FORM: dict[str, Text] = {
    "no_version": Text(
        "filen saknar formatets version. Skriv ”remit: {version}” överst.",
        'the file lacks the version of the format. Write "remit: {version}" at the top.',
    ),
    "newer_version": Text(
        "filen har format {found}; den här versionen av Remit läser format {version}. En nyare Remit behövs.",
        "the file has format {found}; this version of Remit reads format {version}. A newer Remit is needed.",
    ),
    "wrong_version": Text(
        "”{found}” är ingen version av formatet. Skriv ”remit: {version}”.",
        '"{found}" is no version of the format. Write "remit: {version}".',
    ),
    "missing_key": Text("nyckeln ”{key}” saknas", 'the key "{key}" is missing'),
    "needs_one_of": Text("minst en av nycklarna {keys} behövs", "at least one of the keys {keys} is needed"),
    "unknown_key": Text("nyckeln ”{found}” finns inte.", 'there is no key "{found}".'),
    "unknown_key_of": Text(
        "nyckeln ”{found}” finns inte här. Möjliga är {allowed}.",
        'there is no key "{found}" here. Possible are {allowed}.',
    ),
    "expected_text": Text("en text väntas; här står {found}", "a text is expected; here stands {found}"),
    "expected_mapping": Text(
        "en avbildning (nyckel: värde) väntas; här står {found}",
        "a mapping (key: value) is expected; here stands {found}",
    ),
    "expected_list": Text("en lista väntas; här står {found}", "a list is expected; here stands {found}"),
    "expected_section": Text(
        "ett avsnitt är en avbildning från id till innehåll; här står {found}. Ta bort ett tomt avsnitt.",
        "a section is a mapping from ids to contents; here stands {found}. Remove a section that is empty.",
    ),
    "expected_entity": Text(
        "här väntas fält som ”name: …”, eller {{}} om inget mer är att säga; här står {found}",
        'fields such as "name: …" are expected here, or {{}} if there is no more to say; here stands {found}',
    ),
    "expected_word": Text(
        "här väntas ett av orden none, unclear, deferred eller unknown; här står {found}",
        "one of the words none, unclear, deferred or unknown is expected here; here stands {found}",
    ),
    "expected_source": Text(
        "en källa skrivs ”dokument#Rubrik/3”, eller som en lista av sådana; här står {found}",
        'a source is written "document#Heading/3", or as a list of such; here stands {found}',
    ),
    "expected_conditions": Text(
        "villkor skrivs som fält och värden, till exempel {{level: local}}; här står {found}",
        "conditions are written as fields and values, for example {{level: local}}; here stands {found}",
    ),
    "nothing_written": Text(
        "här står inget. Skriv ett värde eller ta bort nyckeln; att något inte finns skrivs none.",
        "nothing is written here. Write a value or remove the key; that there is none is written none.",
    ),
    "empty_list": Text(
        "listan är tom. Ta bort den, eller skriv none om en källa säger att inget finns.",
        "the list is empty. Remove it, or write none if a source says that there is none.",
    ),
    "empty_part": Text(
        "här står inga fält. Ta bort nyckeln, eller skriv none om en källa säger att inget finns.",
        "no fields stand here. Remove the key, or write none if a source says that there is none.",
    ),
    "braces": Text(
        '{{{found}}} utan citattecken är en avbildning i YAML. Skriv "{{{found}}}".',
        '{{{found}}} without quotes is a mapping in YAML. Write "{{{found}}}".',
    ),
    "value_and_values": Text("skriv antingen ”value” eller ”values”", 'write either "value" or "values"'),
    "values_of_entities": Text(
        "en lista av sådana kan inte ha motstridiga värden. Skriv ”values” på det fält som källorna är oense om.",
        'a list of these cannot have contradictory values. Write "values" on the field that the sources disagree on.',
    ),
    "words_inside_values": Text(
        "här får inte delar ha egna källor eller ord som none. Skriv källan på värdet i dess helhet.",
        "parts cannot have sources of their own or words such as none here. Write the source on the value as a whole.",
    ),
    "not_a_choice": Text(
        "”{found}” är inget möjligt värde. Möjliga är {allowed}.",
        '"{found}" is no possible value. Possible are {allowed}.',
    ),
    "yes_or_no": Text(
        "”{found}” är varken ja eller nej. Skriv yes eller no.", '"{found}" is neither yes nor no. Write yes or no.'
    ),
    "number_or_range": Text(
        "”{found}” är varken ett tal som 4 eller 2.5 eller ett spann som 2-3",
        '"{found}" is neither a number such as 4 or 2.5 nor a range such as 2-3',
    ),
    "number": Text("”{found}” är inget tal som 50 eller 2.5", '"{found}" is no number such as 50 or 2.5'),
    "whole_number": Text("”{found}” är inget helt tal från 0", '"{found}" is no whole number from 0'),
    "decimal_comma": Text(
        "”{found}” har decimalkomma. Skriv {better}.", '"{found}" has a decimal comma. Write {better}.'
    ),
    "count": Text(
        "”{found}” är inget antal. Skriv ett helt tal från 1, eller many om ingen källa säger hur många.",
        '"{found}" is no count. Write a whole number from 1, or many if no source tells how many.',
    ),
    "text": Text(
        "här väntas en text, eller {{sv: …, en: …}}; här står {found}",
        "a text is expected here, or {{sv: …, en: …}}; here stands {found}",
    ),
    "date": Text(
        "”{found}” är inget datum. Skriv år-månad-dag, till exempel 2024-02-29, en dag som finns.",
        '"{found}" is no date. Write year-month-day, for example 2024-02-29, a day that exists.',
    ),
    "row_too_long": Text(
        "raden har fler än {limit} celler: om vem, vad, värde, till vem, omfattning, vem som säger det, källa",
        "the row has more than {limit} cells: about whom, what, value, to whom, extent, who says so, source",
    ),
    "row_without": Text("raden saknar ”{column}”", 'the row lacks "{column}"'),
    "no_is_none": Text(
        "”{found}” skrivs none: att en källa säger att det inte finns",
        '"{found}" is written none: that a source says that there is none',
    ),
    "yes_or_word": Text(
        "”{found}” säger inte om det finns. Skriv yes, none, unclear, deferred eller unknown.",
        '"{found}" does not say whether it is there. Write yes, none, unclear, deferred or unknown.',
    ),
    "for_each_form": Text(
        "for_each skrivs med en variabel och en lista eller mängd, till exempel {{m: municipalities}}",
        "for_each is written with a variable and a list or set, for example {{m: municipalities}}",
    ),
    "for_each_id": Text(
        "id:t ”{found}” blir detsamma för alla. Det måste innehålla {{{variable}}}.",
        'the id "{found}" becomes the same for all. It must contain {{{variable}}}.',
    ),
    "variable_name": Text(
        "”{found}” kan inte vara en variabel. Använd bokstäver och siffror.",
        '"{found}" cannot be a variable. Use letters and digits.',
    ),
    "too_many_generated": Text(
        "for_each och one_per ger fler än gränsen {limit}", "for_each and one_per make more than the limit of {limit}"
    ),
}

_WHOLE: dict[str, Text] = {
    "bad_id": Text(
        "”{found}” kan inte vara ett id. Använd bokstäver, siffror, - _ och punkt, och börja med en bokstav "
        "eller siffra.",
        '"{found}" cannot be an id. Use letters, digits, - _ and full stop, and begin with a letter or digit.',
    ),
    "reserved_id": Text(
        "”{found}” betyder något särskilt och kan inte vara ett id. Välj ett annat.",
        '"{found}" has a meaning of its own and cannot be an id. Choose another.',
    ),
    "duplicate_id": Text(
        "id:t ”{found}” finns redan på {first}. Ett id är unikt i hela modellen.",
        'the id "{found}" exists already at {first}. An id is unique in the whole model.',
    ),
    "empty_id": Text("id:t är tomt", "the id is empty"),
    "unknown_id": Text("”{found}” finns inte här.", '"{found}" does not exist here.'),
    "unknown_id_of": Text("”{found}” finns inte här som {kind}.", '"{found}" is not {a} {kind} here.'),
    "wrong_kind": Text(
        "”{found}” är av slaget {kind}; här väntas {expected}",
        '"{found}" is of the kind {kind}; expected is {expected}',
    ),
    "wrong_set": Text(
        "”{found}” är en mängd av {kind}; här väntas {expected}", '"{found}" is a set of {kind}; expected is {expected}'
    ),
    "set_where_one": Text(
        "”{found}” är en mängd; här väntas en enda: {expected}",
        '"{found}" is a set; a single one is expected: {expected}',
    ),
    "unknown_source": Text(
        "”{found}” finns inte bland källorna (avsnittet ”sources”).",
        '"{found}" is not among the sources (section "sources").',
    ),
    "source_without_document": Text(
        "”{found}” nämner inget dokument, och inget ärvs. Skriv ”dokument{found}”.",
        '"{found}" names no document, and none is inherited. Write "document{found}".',
    ),
    "unknown_field": Text("slaget {kind} har inget fält ”{found}”.", 'the kind {kind} has no field "{found}".'),
    "cannot_select_by": Text(
        "”{found}” går inte att välja efter: det är en text, ett spann eller har egna fält",
        'it is not possible to select by "{found}": it is a text, a range, or has fields of its own',
    ),
    "cannot_select_word": Text(
        "”{found}” går inte att välja efter; ett villkor nämner värden",
        'it is not possible to select by "{found}"; a condition names values',
    ),
    "coverage_of_what": Text(
        "”{found}” är varken ett fält, ett avsnitt, ”lines” eller ”routes”.",
        '"{found}" is neither a field, a section, "lines" nor "routes".',
    ),
    "set_circle": Text(
        "mängderna innehåller varandra runt: {found}", "the sets contain one another in a circle: {found}"
    ),
    "sets_too_deep": Text(
        "mängder i mängder djupare än gränsen {limit}", "sets within sets deeper than the limit of {limit}"
    ),
    "set_without_of": Text(
        "mängden behöver ”members”, eller ”of” (ett slag) och ”where”",
        'the set needs "members", or "of" (a kind) and "where"',
    ),
    "set_without_members": Text("mängden har inga medlemmar", "the set has no members"),
    "members_and_where": Text(
        "en mängd räknas upp (”members”) eller väljs (”where”), inte båda",
        'a set is listed ("members") or selected ("where"), not both',
    ),
    "channel_without_to": Text(
        "en kanal leder till något: ange en nivå, ett organ, operations eller decision",
        "a channel leads to something: name a level, a body, operations or decision",
    ),
    "relation_without_to": Text(
        "”{found}” är en relation. Ange i kolumnen ”to” till vem, eller skriv none för alla.",
        '"{found}" is a relation. Tell in the column "to" to whom, or write none for all.',
    ),
    "to_of_no_relation": Text(
        "”{found}” är varken en lista eller en relation, så kolumnen ”to” ska vara tom",
        '"{found}" is neither a list nor a relation, so the column "to" is to be empty',
    ),
    "part_of_circle": Text("delarna går runt: {found}", "the parts go round in a circle: {found}"),
    "end_before_beginning": Text(
        "slutet {ends} ({last}) ligger före början {begins} ({first})",
        "the end {ends} ({last}) is before the beginning {begins} ({first})",
    ),
}

TEXTS: dict[str, Text] = {**_FILES, **_SYNTAX, **_FORM, **_WHOLE}
"""The text of each code; ``{names}`` are the values of the problem."""
