"""What is wrong with a key, a value, a text or a name."""

from quickscan.definitions.messages.words import Message, say

VALUES: dict[str, Message] = {
    "unknown_key": say(
        "onbekende sleutel '{name}' in {thing}",
        "haal hem weg, of kies uit: {known}",
        "unknown key '{name}' in {thing}",
        "remove it, or choose from: {known}",
    ),
    "key_of_other_kind": say(
        "'{key}' hoort niet bij deze soort vraag maar bij '{kind}'",
        "haal de sleutel weg, of verander 'kind'",
        "'{key}' does not belong to this kind of question but to '{kind}'",
        "remove the key, or change 'kind'",
    ),
    "missing_key": say(
        "'{key}' ontbreekt in {thing}",
        "voeg '{key}:' toe",
        "'{key}' is missing in {thing}",
        "add '{key}:'",
    ),
    "comma_in_text": say(
        "'{value}' is hier een nieuwe sleutel, door de komma ervoor",
        "zet een tekst met een komma binnen {{…}} tussen aanhalingstekens",
        "'{value}' is a new key here, because of the comma before it",
        "put a text with a comma inside {{…}} between quotes",
    ),
    "record_wanted": say(
        "hier hoort {thing}, als sleutels met waarden",
        "schrijf op elke regel één 'sleutel: waarde', met sleutels als: {keys}",
        "{thing} belongs here, as keys with values",
        "write one 'key: value' on each line, with keys such as: {keys}",
    ),
    "names_wanted": say(
        "hier horen namen, met achter elke naam {thing}",
        "schrijf op elke regel één 'naam: {{…}}'",
        "names belong here, each followed by {thing}",
        "write one 'name: {{…}}' on each line",
    ),
    "list_wanted": say(
        "hier hoort een lijst",
        "schrijf [een, twee], of begin elke regel met '- '",
        "a list belongs here",
        "write [one, two], or start each line with '- '",
    ),
    "list_empty": say(
        "deze lijst is leeg",
        "zet er iets in, of laat de sleutel weg als dat mag",
        "this list is empty",
        "put something in it, or leave out the key where that is allowed",
    ),
    "empty": say(
        "hier staat niets",
        "vul iets in, of laat de sleutel weg als dat mag",
        "there is nothing here",
        "fill it in, or leave out the key where that is allowed",
    ),
    "text_wanted": say(
        "hier hoort een tekst",
        "schrijf een tekst of {{nl: …, en: …}}; zet een tekst met {{ }} tussen "
        "aanhalingstekens",
        "a text belongs here",
        "write a text or {{nl: …, en: …}}; put a text with {{ }} between quotes",
    ),
    "line_wanted": say(
        "hier hoort één tekst",
        "schrijf hem zonder haakjes en zonder talen",
        "one text belongs here",
        "write it without brackets and without languages",
    ),
    "slug_wanted": say(
        "hier hoort één naam",
        "schrijf een naam van kleine letters (a-z), cijfers en streepjes",
        "one name belongs here",
        "write a name of small letters (a-z), figures and hyphens",
    ),
    "word_wanted": say(
        "hier hoort één woord",
        "schrijf een van deze, zonder haakjes: {known}",
        "one word belongs here",
        "write one of these, without brackets: {known}",
    ),
    "no_slug": say(
        "'{value}' kan geen naam zijn",
        "gebruik kleine letters (a-z), cijfers en streepjes, bijvoorbeeld '{slug}'",
        "'{value}' cannot be a name",
        "use small letters (a-z), figures and hyphens, for example '{slug}'",
    ),
    "truth_as_text": say(
        "YAML leest {value} als waar of onwaar, niet als tekst",
        'zet er aanhalingstekens omheen: "{value}"',
        "YAML reads {value} as true or false, not as a text",
        'put quotes around it: "{value}"',
    ),
    "nothing_as_text": say(
        "YAML leest {value} als niets, niet als tekst",
        'zet er aanhalingstekens omheen: "{value}", of laat de sleutel weg als dat mag',
        "YAML reads {value} as nothing, not as a text",
        'put quotes around it: "{value}", or leave out the key where that is allowed',
    ),
    "number_as_text": say(
        "YAML leest {value} als getal, niet als tekst",
        'zet er aanhalingstekens omheen: "{value}"',
        "YAML reads {value} as a number, not as a text",
        'put quotes around it: "{value}"',
    ),
    "date_as_text": say(
        "YAML leest {value} als datum, niet als tekst",
        'zet er aanhalingstekens omheen: "{value}"',
        "YAML reads {value} as a date, not as a text",
        'put quotes around it: "{value}"',
    ),
    "truth_wanted": say(
        "hier hoort waar of onwaar, niet {value}",
        "schrijf true of false, zonder aanhalingstekens",
        "true or false belongs here, not {value}",
        "write true or false, without quotes",
    ),
    "whole_wanted": say(
        "hier hoort een heel getal, niet {value}",
        "schrijf een getal zonder punt, komma of aanhalingstekens",
        "a whole number belongs here, not {value}",
        "write a number without a point, a comma or quotes",
    ),
    "too_low": say(
        "{value} is te laag",
        "het laagste dat hier kan is {lowest}",
        "{value} is too low",
        "the lowest that can stand here is {lowest}",
    ),
    "too_high": say(
        "{value} is te hoog",
        "het hoogste dat hier kan is {highest}",
        "{value} is too high",
        "the highest that can stand here is {highest}",
    ),
    "share_wanted": say(
        "hier hoort een deel van het geheel, niet {value}",
        "schrijf een breuk of een getal van 0 tot en met 1, zoals 1/2 of 0.5",
        "a share of the whole belongs here, not {value}",
        "write a fraction or a number from 0 to 1, such as 1/2 or 0.5",
    ),
    "score_wanted": say(
        "hier hoort een score, niet {value}",
        "schrijf een getal van 0 tot en met 100",
        "a score belongs here, not {value}",
        "write a number from 0 to 100",
    ),
    "minutes_wanted": say(
        "dit is geen aantal minuten",
        "schrijf een heel getal, of twee met het laagste voorop: [8, 12]",
        "this is not a number of minutes",
        "write a whole number, or two with the lowest first: [8, 12]",
    ),
    "unknown_word": say(
        "'{name}' kan hier niet staan",
        "kies uit: {known}",
        "'{name}' cannot stand here",
        "choose from: {known}",
    ),
    "listed_twice": say(
        "'{value}' staat er al",
        "haal een van de twee weg",
        "'{value}' is listed already",
        "remove one of the two",
    ),
}
"""Keys and values."""

TEXTS: dict[str, Message] = {
    "languages_wanted": say(
        "hier horen de talen van de vragenlijst",
        "schrijf bijvoorbeeld [nl, en], de standaardtaal voorop",
        "the languages of the questionnaire belong here",
        "write for example [nl, en], the default language first",
    ),
    "no_language": say(
        "'{value}' is geen taalcode",
        "schrijf een code van twee of drie kleine letters, zoals 'nl', 'en' of 'fy'",
        "'{value}' is not a language code",
        "write a code of two or three small letters, such as 'nl', 'en' or 'fy'",
    ),
    "unknown_language": say(
        "de taal '{name}' staat niet bij 'languages'",
        "zet haar erbij, of kies uit: {known}",
        "the language '{name}' is not among 'languages'",
        "add it there, or choose from: {known}",
    ),
    "no_default_language": say(
        "deze tekst is er niet in de standaardtaal '{language}'",
        "voeg '{language}: …' toe",
        "this text is not there in the default language '{language}'",
        "add '{language}: …'",
    ),
    "html": say(
        "hier staat HTML: '{html}'",
        "haal het weg: Markdown geeft alinea's, lijsten, **vet** en [links](https://…); "
        "schrijf een teken als & of < gewoon zelf, met een spatie erna",
        "there is HTML here: '{html}'",
        "remove it: Markdown gives paragraphs, lists, **bold** and [links](https://…); "
        "write a character such as & or < as it is, with a space after it",
    ),
    "link_not_https": say(
        "'{link}' is geen adres dat met https:// begint",
        "schrijf het volledige adres, met https://, of haal de link weg",
        "'{link}' is not an address that starts with https://",
        "write the full address, with https://, or remove the link",
    ),
    "placeholder": say(
        "{{{name}}} noemt geen vraag",
        "zet de id van een vraag tussen de haakjes, of haal de haakjes weg",
        "{{{name}}} names no question",
        "put the id of a question between the brackets, or remove the brackets",
    ),
    "placeholder_itself": say(
        "{{{name}}} is het antwoord op deze vraag zelf, en dat is er nog niet",
        "noem een andere vraag, of schrijf hier een gewoon woord zonder haakjes",
        "{{{name}}} is the answer to this question itself, which is not there yet",
        "name another question, or write an ordinary word here without brackets",
    ),
}
"""Texts and languages."""

NAMES: dict[str, Message] = {
    "duplicate_id": say(
        "de naam '{name}' is al gebruikt {where}",
        "geef deze een eigen naam",
        "the name '{name}' is used already {where}",
        "give this one a name of its own",
    ),
    "unknown_name": say(
        "{kind} met de naam '{name}' is er niet",
        "kies uit: {known}",
        "{kind} named '{name}' is not there",
        "choose from: {known}",
    ),
    "no_names": say(
        "{kind} met de naam '{name}' is er niet",
        "het bestand noemt er geen enkele; voeg er een toe, of haal deze naam weg",
        "{kind} named '{name}' is not there",
        "the file has none at all; add one, or remove this name",
    ),
    "unknown_option": say(
        "de vraag '{question}' heeft geen antwoord '{name}'",
        "kies uit: {known}",
        "the question '{question}' has no option '{name}'",
        "choose from: {known}",
    ),
    "no_options": say(
        "de vraag '{name}' heeft geen antwoorden om uit te kiezen",
        "kies een vraag van de soort rating, choice of multiple",
        "the question '{name}' has no options to choose from",
        "choose a question of kind rating, choice or multiple",
    ),
    "themes_wanted": say(
        "hier horen thema's, elk bij zijn dimensie",
        "schrijf {{dimensie: thema}}",
        "themes belong here, each with its dimension",
        "write {{dimension: theme}}",
    ),
}
"""Names and what they refer to."""
