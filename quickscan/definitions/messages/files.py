"""What is wrong with a file as a whole, or as YAML."""

from quickscan.definitions.messages.words import Message, say

FILES: dict[str, Message] = {
    "unreadable": say(
        "dit kan niet gelezen worden: {reason}",
        "kijk of de naam klopt, en of je het mag lezen",
        "this cannot be read: {reason}",
        "see whether the name is right, and whether you may read it",
    ),
    "no_file": say(
        "dit is geen bestand maar een map",
        "kies het bestand zelf, of geef de map een andere naam",
        "this is a folder, not a file",
        "choose the file itself, or give the folder another name",
    ),
    "too_large": say(
        "dit bestand is groter dan {limit} kB",
        "een vragenlijst is zo groot niet; kijk of dit het goede bestand is",
        "this file is larger than {limit} kB",
        "no questionnaire is that large; see whether this is the right file",
    ),
    "not_utf8": say(
        "dit teken is geen UTF-8",
        "kies bij het opslaan van het bestand de codering UTF-8",
        "this character is not UTF-8",
        "choose the encoding UTF-8 when you save the file",
    ),
    "empty_file": say(
        "in dit bestand staat niets, of alleen opmerkingen",
        "begin met een voorbeeld uit docs/questionnaire-format.md",
        "there is nothing in this file, or only remarks",
        "start from an example in docs/questionnaire-format.md",
    ),
    "file_place": say(
        "deze vragenlijst is {id} versie {version}, maar haar plaats zegt iets anders",
        "zet haar in {id}/v{version}.yaml, of verander id of version",
        "this questionnaire is {id} version {version}, but its place says otherwise",
        "put it in {id}/v{version}.yaml, or change its id or version",
    ),
    "file_twice": say(
        "{id} versie {version} staat ook in {other}",
        "haal een van de twee weg, of geef een ander id",
        "{id} version {version} is also in {other}",
        "remove one of the two, or give another id",
    ),
    "edition_differs": say(
        "in de Werkplaats is een andere tekst van {id} gepubliceerd, met dezelfde versie",
        "haal dit bestand weg, of zet er het bestand neer dat de Werkplaats laat downloaden",
        "another text of {id} was published in the Workplace, with the same version",
        "remove this file, or put the file here that the Workplace offers to download",
    ),
    "published_changed": say(
        "{name} is gepubliceerd en daarna veranderd",
        "zet het terug met 'git checkout -- {file}'; een verandering wordt een nieuwe versie",
        "{name} was published and has changed since",
        "put it back with 'git checkout -- {file}'; a change becomes a new version",
    ),
    "published_gone": say(
        "{name} is gepubliceerd, maar het bestand is er niet meer",
        "zet het terug met 'git checkout -- {file}': oude scans hebben het nodig",
        "{name} was published, but the file is gone",
        "put it back with 'git checkout -- {file}': old scans need it",
    ),
    "unknown_row": say(
        "'{name}' in de kolom {column} is er niet",
        "kies uit: {known}; of voeg het toe op zijn eigen blad",
        "'{name}' in the column {column} is not there",
        "choose from: {known}; or add it on its own sheet",
    ),
    "translation_stale": say(
        "teksten die na de vertaling in '{language}' veranderden: {number}, deze het eerst",
        "kijk of de vertaling nog klopt, en neem de nieuwe tekst hier over uit: {cells}",
        "texts that changed after the translation into '{language}': {number}, this one first",
        "see whether the translation still fits, and copy the new text to here from: {cells}",
    ),
    "withdrawn_line": say(
        "'{name}' is geen gepubliceerde versie",
        "noem hier één gepubliceerde versie per regel, zoals mijn-vragenlijst/v1.yaml",
        "'{name}' is no published version",
        "name one published version on each line, such as my-questionnaire/v1.yaml",
    ),
    "published_line": say(
        "deze regel is geen hash met een bestandsnaam",
        "zet haar terug zoals 'quickscan publish' haar schreef: hash, twee spaties, bestand",
        "this line is not a hash with a file name",
        "put it back as 'quickscan publish' wrote it: hash, two spaces, file",
    ),
}
"""Files and folders."""

YAML: dict[str, Message] = {
    "yaml_character": say(
        "het teken {character} mag niet in een YAML-bestand staan",
        "haal het weg; het kan onzichtbaar zijn",
        "the character {character} may not stand in a YAML file",
        "remove it; it may be invisible",
    ),
    "yaml_colon": say(
        "hier staat een dubbele punt die YAML als een nieuwe sleutel leest",
        'zet een tekst met ": " tussen aanhalingstekens, of herstel het inspringen',
        "here is a colon that YAML reads as a new key",
        'put a text with ": " between quotes, or mend the indentation',
    ),
    "yaml_tab": say(
        "hier staat een tab",
        "spring in met spaties: YAML kent geen tabs",
        "here is a tab",
        "indent with spaces: YAML knows no tabs",
    ),
    "yaml_quote": say(
        "dit aanhalingsteken wordt niet gesloten",
        "sluit het; schrijf een aanhalingsteken binnen '…' dubbel",
        "this quote is not closed",
        "close it; write a quote inside '…' twice",
    ),
    "yaml_escape": say(
        "na \\ staat een teken dat YAML niet kent",
        "gebruik '…' in plaats van \"…\", of schrijf \\\\",
        "there is a character after \\ that YAML does not know",
        "use '…' instead of \"…\", or write \\\\",
    ),
    "yaml_start": say(
        "een tekst zonder aanhalingstekens kan niet met dit teken beginnen",
        "zet de tekst tussen aanhalingstekens",
        "a text without quotes cannot start with this character",
        "put the text between quotes",
    ),
    "yaml_bracket": say(
        "hier gaat een {{…}} of […] mis",
        "sluit het haakje, en zet een tekst met {{ }} [ ] of , daarin tussen aanhalingstekens",
        "a {{…}} or […] goes wrong here",
        "close the bracket, and put a text with {{ }} [ ] or , inside it between quotes",
    ),
    "yaml_indent": say(
        "deze regel past niet bij wat erboven staat",
        "laat wat bij elkaar hoort even ver inspringen, met spaties",
        "this line does not fit what stands above it",
        "indent what belongs together equally, with spaces",
    ),
    "yaml_after": say(
        "na een haakje of aanhalingsteken dat sluit kan op deze regel niets meer staan",
        "zet de hele tekst tussen aanhalingstekens, of sluit een aanhalingsteken dat "
        "hierboven open bleef",
        "nothing can stand on this line after a bracket or quote that closes",
        "put the whole text between quotes, or close a quote that was left open above",
    ),
    "yaml_no_colon": say(
        "na deze sleutel staat geen dubbele punt",
        "schrijf 'sleutel: waarde', met een spatie na de dubbele punt",
        "there is no colon after this key",
        "write 'key: value', with a space after the colon",
    ),
    "yaml_other": say(
        "dit is geen YAML ({said})",
        "kijk naar inspringen, aanhalingstekens en haakjes op deze regel en de vorige",
        "this is not YAML ({said})",
        "look at indentation, quotes and brackets on this line and the one before",
    ),
    "yaml_sign": say(
        "een tekst zonder aanhalingstekens kan niet met dit teken beginnen",
        "zet de tekst tussen aanhalingstekens; een soort (!) of een verwijzing (*) naar iets "
        "dat er niet eerder staat, kan hier niet",
        "a text without quotes cannot start with this character",
        "put the text between quotes; a tag (!), or an alias (*) of what is not there before, "
        "cannot stand here",
    ),
    "yaml_repeated": say(
        "deze verwijzing (*) herhaalt te veel",
        "schrijf uit wat er staat",
        "this alias (*) repeats too much",
        "write in full what it stands for",
    ),
    "yaml_documents": say(
        "hier begint een tweede document",
        "haal de regel '---' weg: een bestand is één vragenlijst",
        "a second document starts here",
        "remove the line '---': a file is one questionnaire",
    ),
    "yaml_deep": say(
        "dit staat te diep in andere dingen",
        "een vragenlijst heeft zo veel lagen niet; kijk naar de haakjes",
        "this lies too deep within other things",
        "a questionnaire does not have that many levels; look at the brackets",
    ),
    "yaml_key": say(
        "dit staat op de plaats van een sleutel, maar het is geen woord",
        "zet een tekst die met {{ of [ begint tussen aanhalingstekens",
        "this stands where a key belongs, but it is no word",
        "put a text that starts with {{ or [ between quotes",
    ),
    "duplicate_key": say(
        "de sleutel '{key}' staat hier al",
        "haal een van de twee weg",
        "the key '{key}' is here already",
        "remove one of the two",
    ),
}
"""What the parser refuses."""
