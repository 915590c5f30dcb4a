"""What does not fit together, what is warned about, and what does not come out."""

from quickscan.definitions.messages.words import Message, say

CONDITIONS: dict[str, Message] = {
    "condition_wanted": say(
        "hier hoort een voorwaarde",
        "schrijf bijvoorbeeld {{question: id, is: [antwoord]}}",
        "a condition belongs here",
        "write for example {{question: id, is: [option]}}",
    ),
    "condition_no_form": say(
        "deze voorwaarde zegt niet waarover zij gaat",
        "gebruik precies één van: question, theme, role, all, any, not",
        "this condition does not say what it is about",
        "use exactly one of: question, theme, role, all, any, not",
    ),
    "condition_forms": say(
        "'{key}' kan niet naast '{other}' in één voorwaarde",
        "haal een van de twee weg, of zet twee voorwaarden in {{all: […]}} of {{any: […]}}",
        "'{key}' cannot stand beside '{other}' in one condition",
        "remove one of the two, or put two conditions in {{all: […]}} or {{any: […]}}",
    ),
    "condition_half": say(
        "deze voorwaarde op '{form}' is niet af",
        "voeg {lacks} toe",
        "this condition on '{form}' is not finished",
        "add {lacks}",
    ),
    "theme_wanted": say(
        "hier hoort één thema bij zijn dimensie",
        "schrijf {{theme: {{dimensie: thema}}, band: [niveau]}}",
        "one theme with its dimension belongs here",
        "write {{theme: {{dimension: theme}}, band: [band]}}",
    ),
    "looks_ahead": say(
        "deze voorwaarde kijkt vooruit: '{name}' komt niet eerder",
        "verplaats een van de twee vragen, of kies een eerdere vraag",
        "this condition looks ahead: '{name}' does not come earlier",
        "move one of the two questions, or choose an earlier one",
    ),
    "looks_at_itself": say(
        "deze voorwaarde hangt af van de vraag waar zij bij staat: '{name}'",
        "kies een vraag die eerder komt, of haal 'when' weg",
        "this condition depends on the question it belongs to: '{name}'",
        "choose a question that comes earlier, or remove 'when'",
    ),
    "looks_at_score": say(
        "deze voorwaarde kijkt vooruit: een score is er pas aan het eind",
        "laat een vraag alleen afhangen van eerdere vragen en van de rol",
        "this condition looks ahead: a score is there only at the end",
        "let a question depend only on earlier questions and the role",
    ),
    "never_holds": say(
        "aan deze voorwaarde kan nooit voldaan zijn",
        "kijk aan welke rollen de genoemde vragen gesteld worden, waarvan ze zelf afhangen, "
        "en welke antwoorden samen kunnen",
        "this condition can never hold",
        "see which roles are asked the questions named, what these questions depend on, "
        "and which answers can go together",
    ),
}
"""Conditions."""

RULES: dict[str, Message] = {
    "theme_unused": say(
        "geen enkele vraag heeft het thema '{name}'",
        "geef een vraag met antwoorden dit thema, of haal het thema weg",
        "no question has the theme '{name}'",
        "give a question with options this theme, or remove the theme",
    ),
    "bands_start": say(
        "het eerste niveau begint niet bij 0",
        "schrijf 'from: 0'",
        "the first band does not start at 0",
        "write 'from: 0'",
    ),
    "bands_rise": say(
        "dit niveau begint niet hoger dan het vorige",
        "zet de niveaus van laag naar hoog, elk met een eigen begin",
        "this band does not start higher than the one before",
        "put the bands from low to high, each with its own start",
    ),
    "no_zero": say(
        "de vraag '{question}' telt mee, maar geen antwoord heeft 0 punten",
        "geef het laagste antwoord 'points: 0'",
        "the question '{question}' is scored, but no option has 0 points",
        "give the lowest option 'points: 0'",
    ),
    "figures_wanted": say(
        "hier horen thema's, per dimensie in een lijst",
        "schrijf {{dimensie: [thema, thema]}}",
        "themes belong here, in a list for each dimension",
        "write {{dimension: [theme, theme]}}",
    ),
    "agenda_minutes": say(
        "de bijeenkomst duurt {minutes} minuten, en haar agenda samen {together}",
        "maak die twee gelijk",
        "the meeting takes {minutes} minutes, and its agenda {together} together",
        "make the two the same",
    ),
    "worksheet_empty": say(
        "op dit werkblad is niets in te vullen",
        "geef het 'columns' (een tabel), 'questions' (vragen) of allebei",
        "there is nothing to fill in on this worksheet",
        "give it 'columns' (a table), 'questions' or both",
    ),
    "rows_without_columns": say(
        "naast deze rijen is geen plek om iets in te vullen",
        "geef 'columns' minstens twee opschriften: boven de rijen, en boven wat men invult",
        "there is no room to fill anything in beside these rows",
        "give 'columns' at least two heads: above the rows, and above what is filled in",
    ),
    "points_and_counts_as": say(
        "dit antwoord heeft punten en ook 'counts_as'",
        "haal een van de twee weg: counts_as is voor een antwoord zonder punten",
        "this option has points and 'counts_as' as well",
        "remove one of the two: counts_as is for an option without points",
    ),
    "reversed_kind": say(
        "een vraag van de soort '{kind}' kan niet omgekeerd worden",
        "haal 'reversed' weg",
        "a question of kind '{kind}' cannot be reversed",
        "remove 'reversed'",
    ),
    "maximum_low": say(
        "het hoogste getal is lager dan het laagste",
        "draai 'minimum' en 'maximum' om",
        "the highest number is lower than the lowest",
        "swap 'minimum' and 'maximum'",
    ),
    "position_unordered": say(
        "een positie kan alleen op een dimensie waarvan de thema's op elkaar volgen",
        "zet 'ordered: true' bij deze dimensie",
        "a position needs a dimension whose themes follow each other",
        "put 'ordered: true' in this dimension",
    ),
    "position_kind": say(
        "de vraag '{name}' vraagt niet om één antwoord",
        "kies een vraag van de soort choice of rating",
        "the question '{name}' does not ask for one option",
        "choose a question of kind choice or rating",
    ),
    "position_late": say(
        "de vraag '{name}' komt na een vraag van deze dimensie: '{first}'",
        "zet '{name}' daarvoor",
        "the question '{name}' comes after a question of this dimension: '{first}'",
        "put '{name}' before it",
    ),
}
"""Rules that look at several parts."""

WARNINGS: dict[str, Message] = {
    "translation_missing": say(
        "teksten zonder vertaling in '{language}': {number}, deze het eerst",
        "vertaal wat 'quickscan translations {id}' noemt; tot dan staat er de standaardtaal",
        "texts without a translation into '{language}': {number}, this one first",
        "translate what 'quickscan translations {id}' lists; until then the default language "
        "is shown",
    ),
    "few_statements": say(
        "het thema '{name}' heeft voor {role} minder dan drie vragen: {number}",
        "maak het er drie of meer, of geen",
        "the theme '{name}' has fewer than three questions for {role}: {number}",
        "make it three or more, or none",
    ),
    "long_text": say(
        "deze tekst heeft {number} woorden",
        "houd het op 25",
        "this text has {number} words",
        "keep it to 25",
    ),
    "and_or": say(
        "'{found}' laat open wat bedoeld is",
        "kies 'en' of 'of', of maak er twee zinnen of vragen van",
        "'{found}' leaves open what is meant",
        "choose 'and' or 'or', or make it two sentences or questions",
    ),
    "double_negation": say(
        "in deze zin staat twee keer een ontkenning: {found}",
        "schrijf wat er wel is",
        "this sentence has two negations: {found}",
        "write what there is",
    ),
    "no_advice": say(
        "bij het thema '{name}' staat geen enkel advies",
        "schrijf er een voor wie in het niveau '{band}' komt",
        "there is no advice at all on the theme '{name}'",
        "write one for whoever is in the band '{band}'",
    ),
    "no_evidence": say(
        "de status is 'onderzocht', maar 'evidence' ontbreekt",
        "schrijf daar waar dat uit blijkt, of kies een andere status",
        "the status is 'onderzocht', but 'evidence' is missing",
        "write there what shows it, or choose another status",
    ),
    "position_never": say(
        "geen antwoord op '{name}' is een thema van deze dimensie, dus de positie werkt nooit",
        "geef de antwoorden de ids van de thema's",
        "no option of '{name}' is a theme of this dimension, so the position never works",
        "give the options the ids of the themes",
    ),
}
"""What an author should look at."""

SUGGESTIONS: dict[str, Message] = {
    "long_sentence": say(
        "de zin die begint met '{start}' heeft {number} woorden",
        "maak er twee zinnen van; vijftien woorden leest prettig",
        "the sentence that begins with '{start}' has {number} words",
        "make it two sentences; fifteen words read well",
    ),
    "two_in_one": say(
        "door '{found}' kan deze vraag over twee dingen gaan",
        "vraag één ding tegelijk, als ze los van elkaar waar kunnen zijn",
        "because of '{found}' this question may be about two things",
        "ask one thing at a time, if each can be true by itself",
    ),
    "passive": say(
        "in '{found}' blijft weg wie het doet",
        "schrijf wie wat doet",
        "'{found}' leaves out who does it",
        "write who does what",
    ),
    "plainer_word": say(
        "'{word}' is een woord van kantoor",
        "schrijf '{instead}'",
        "'{word}' is a word of offices",
        "write '{instead}'",
    ),
    "hard_word": say(
        "'{word}' is een lang woord",
        "kies een korter woord, of leg het vet uit in de inleiding: **woord**",
        "'{word}' is a long word",
        "choose a shorter one, or explain it in bold in the introduction: **word**",
    ),
}
"""What could be plainer; see definitions/plain.py."""

ANSWERS: dict[str, Message] = {
    "answers_wanted": say(
        "hier horen antwoorden",
        "schrijf 'vraag: antwoord', een op elke regel",
        "answers belong here",
        "write 'question: answer', one on each line",
    ),
    "answers_empty": say(
        "in dit bestand staan geen antwoorden",
        "schrijf 'vraag: antwoord', een op elke regel, zoals in docs/commands.md; of {{}} als "
        "er nog niets geantwoord is",
        "there are no answers in this file",
        "write 'question: answer', one on each line, as in docs/commands.md; or {{}} when "
        "nothing has been answered yet",
    ),
    "unknown_question": say(
        "er is geen vraag '{name}'",
        "kies uit: {known}",
        "there is no question '{name}'",
        "choose from: {known}",
    ),
    "answer_text": say(
        "dit is geen antwoord op '{question}'",
        "schrijf een tekst van hoogstens {most} tekens",
        "this is no answer to '{question}'",
        "write a text of at most {most} characters",
    ),
    "answer_unquoted": say(
        "op '{question}' hoort een antwoord in woorden, en {value} telt als {kind}",
        'zet het antwoord tussen aanhalingstekens: "{value}"',
        "'{question}' takes an answer in words, and {value} counts as {kind}",
        'put the answer between quotes: "{value}"',
    ),
    "answer_number": say(
        "dit is geen antwoord op '{question}'",
        "schrijf een heel getal{bounds}, zonder aanhalingstekens",
        "this is no answer to '{question}'",
        "write a whole number{bounds}, without quotes",
    ),
    "answer_one": say(
        "bij '{question}' hoort één antwoord",
        "schrijf de id van één antwoord, zonder haken",
        "'{question}' takes one option",
        "write the id of one option, without brackets",
    ),
    "answer_several": say(
        "bij '{question}' hoort een lijst van antwoorden",
        "schrijf de ids tussen haken: [een, twee], elk één keer",
        "'{question}' takes a list of options",
        "write the ids between brackets: [one, two], each once",
    ),
    "answer_exclusive": say(
        "bij '{question}' kan '{option}' niet samen met een ander antwoord",
        "kies alleen dat antwoord, of laat het weg",
        "'{question}': the option '{option}' cannot go with another",
        "choose that option alone, or leave it out",
    ),
    "responses_empty": say(
        "dit bestand heeft geen rij met namen van kolommen",
        "zet op de eerste regel de ids van de vragen, met een puntkomma of komma ertussen",
        "this file has no row with names of columns",
        "put the ids of the questions on the first line, with a semicolon or comma between",
    ),
    "column_twice": say(
        "de kolom '{name}' staat er twee keer",
        "haal er een weg",
        "the column '{name}' is there twice",
        "remove one of them",
    ),
    "unknown_column": say(
        "de kolom '{name}' is geen vraag",
        "geef haar de id van een vraag, noem haar met --by of haal haar weg; er zijn: {known}",
        "the column '{name}' is no question",
        "give it the id of a question, name it with --by, or remove it; there are: {known}",
    ),
    "group_column": say(
        "er is geen kolom '{name}' om groepen mee te maken",
        "kies met --by een van de kolommen: {known}",
        "there is no column '{name}' to make groups by",
        "choose one of the columns with --by: {known}",
    ),
    "group_missing": say(
        "deze rij hoort bij geen groep",
        "vul de kolom '{name}' in, of haal de rij weg",
        "this row belongs to no group",
        "fill in the column '{name}', or remove the row",
    ),
    "cell_without_column": say(
        "'{value}' staat in een kolom zonder naam",
        "zet op de eerste regel een naam boven deze kolom, of maak de cel leeg",
        "'{value}' stands in a column without a name",
        "put a name above this column on the first line, or empty the cell",
    ),
    "cell_role": say(
        "er is geen rol '{name}'",
        "kies uit: {known}",
        "there is no role '{name}'",
        "choose from: {known}",
    ),
    "cell_number": say(
        "dit is geen antwoord op '{question}'",
        "schrijf een heel getal{bounds}, in cijfers",
        "this is no answer to '{question}'",
        "write a whole number{bounds}, in digits",
    ),
    "cell_exclusive": say(
        "bij '{question}' gaan de antwoorden '{value}' niet samen",
        "kies het ene, of de andere",
        "'{question}': the options '{value}' do not go together",
        "choose the one, or the others",
    ),
    "expected_wanted": say(
        "hier horen thema's, elk met wat eruit moet komen",
        "schrijf {{dimensie: {{thema: score of niveau}}}}",
        "themes belong here, each with what should come out",
        "write {{dimension: {{theme: score or band}}}}",
    ),
    "scenario_differs": say(
        "scenario '{scenario}': bij '{what}' komt {actual} uit, en verwacht is {wanted}",
        "verander de verwachting, of de vragenlijst als de verwachting klopt",
        "scenario '{scenario}': '{what}' comes out as {actual}, and {wanted} is expected",
        "change the expectation, or the questionnaire if the expectation is right",
    ),
    "scenario_advice": say(
        "scenario '{scenario}': het advies '{advice}' wordt wel gegeven",
        "haal het weg uit 'advice_absent', of verander de voorwaarde van het advies",
        "scenario '{scenario}': the advice '{advice}' is given",
        "remove it from 'advice_absent', or change the condition of the advice",
    ),
}
"""Answers and scenarios."""
