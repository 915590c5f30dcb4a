"""What is said about workbooks: above their columns, and when one is not read."""

from typing import Final

from quickscan.definitions.messages.words import Words

COLUMNS: Final[dict[str, Words]] = {
    "about.key": Words("Wat het is.", "What it is."),
    "about.value": Words("Vul hier in.", "Fill in here."),
    "about.explanation": Words("Uitleg; wordt niet gelezen.", "Explanation; not read."),
    "about.id": Words(
        "De naam van de vragenlijst: kleine letters, cijfers en streepjes. Verandert nooit.",
        "The name of the questionnaire: small letters, figures and hyphens. Never changes.",
    ),
    "about.version": Words("Een heel getal.", "A whole number."),
    "about.status": Words("concept, proef of onderzocht.", "concept, proef or onderzocht."),
    "about.evidence": Words("Waar die status op rust.", "What that status rests on."),
    "about.languages": Words(
        "De talen, met komma's; de eerste is de standaard.",
        "The languages, with commas; the first is the default.",
    ),
    "about.title": Words("Hoe hij heet.", "What it is called."),
    "about.summary": Words("Wat hij oplevert, in één zin.", "What it gives, in one sentence."),
    "about.introduction": Words(
        "Uitleg vooraf. **vet**, lijsten met - en https-links mogen.",
        "Before it starts. **bold**, lists with - and https links are allowed.",
    ),
    "about.minutes": Words("Hoe lang het duurt: 10 of 45-60.", "How long: 10 or 45-60."),
    "about.minimum_answered": Words(
        "Welk deel van een thema beantwoord moet zijn voor een score. Leeg: 1/2.",
        "Which share of a theme needs an answer for a score. Empty: 1/2.",
    ),
    "about.overall": Words(
        "De dimensie van het totaal. Leeg: geen totaal.",
        "The dimension of the overall mean. Empty: no total.",
    ),
    "about.same_meaning": Words(
        "Vragen met andere woorden en dezelfde betekenis als in de vorige versie.",
        "Questions with other words and the same meaning as in the version before.",
    ),
    "about.guide_title": Words(
        "Hoe de gids voor het team heet. Leeg: er is geen gids.",
        "What the guide for the team is called. Empty: there is no guide.",
    ),
    "about.guide_introduction": Words(
        "Uitleg voor de eerste bijeenkomst. **vet**, lijsten met - en https-links mogen.",
        "Before the first meeting. **bold**, lists with - and https links are allowed.",
    ),
    "about.guide_source": Words(
        "De id van de bron van de gids.", "The id of the source of the guide."
    ),
    "meeting": Words("De bijeenkomst waar het bij hoort.", "The meeting it belongs to."),
    "aim": Words("Wat er aan het eind bereikt is.", "What is reached at the end."),
    "figures": Words(
        "De thema's waarvan de scores op tafel liggen: {dimensie: [thema, thema]}.",
        "The themes whose scores are on the table: {dimension: [theme, theme]}.",
    ),
    "dilemmas": Words(
        "Wat jullie doen met stellingen waarover het team verdeeld is.",
        "What to do with statements on which the team is divided.",
    ),
    "meetings.minutes": Words(
        "Hoe lang het duurt: evenveel als de agenda samen.",
        "How long it takes: as long as its agenda together.",
    ),
    "agenda.minutes": Words("Hoe lang dit duurt.", "How long this takes."),
    "agenda.text": Words("Wat jullie dan doen.", "What is done then."),
    "worksheets.introduction": Words("Wat je ermee doet.", "What to do with it."),
    "worksheets.lines": Words(
        "Hoeveel lege regels: van een tabel zonder rijen, en onder elke vraag. Leeg: 3.",
        "How many empty lines: of a table without rows, and below each question. Empty: 3.",
    ),
    "worksheets.column": Words("Een opschrift van de tabel.", "A head of the table."),
    "worksheets.row": Words(
        "Waar een rij over gaat: komt in de eerste kolom.",
        "What a row is about: stands in the first column.",
    ),
    "worksheets.question": Words(
        "Een vraag met lege regels eronder.", "A question with empty lines below it."
    ),
    "id": Words(
        "Een naam die nooit verandert: kleine letters, cijfers en streepjes.",
        "A name that never changes: small letters, figures and hyphens.",
    ),
    "title": Words("Wat mensen lezen.", "What people read."),
    "label": Words("Wat mensen lezen.", "What people read."),
    "publisher": Words("Wie het uitgaf.", "Who published it."),
    "year": Words("Het jaar.", "The year."),
    "url": Words("Het adres, met https.", "The address, with https."),
    "minutes": Words("Hoe lang het duurt: 10 of 45-60.", "How long it takes: 10 or 45-60."),
    "scale": Words("De antwoordschaal.", "The answer scale."),
    "question": Words("De id van de vraag.", "The id of the question."),
    "points": Words(
        "Wat het oplevert. Leeg: geen punten.", "What it earns. Empty: no points."
    ),
    "counts_as": Words(
        "Zonder punten: unknown (weet niet) of not_applicable (n.v.t.).",
        "Without points: unknown or not_applicable.",
    ),
    "dimension": Words("De dimensie.", "The dimension."),
    "goal": Words("Wat bereikt is als dit goed gaat.", "What is reached if this goes well."),
    "ordered": Words("true: de thema's volgen elkaar.", "true: its themes follow each other."),
    "position": Words(
        "De vraag die zegt waar mensen zijn.", "The question that tells where people are."
    ),
    "ahead": Words(
        "Hoeveel thema's verder nog gevraagd wordt.", "How many themes ahead are asked."
    ),
    "order": Words("file of current_first.", "file or current_first."),
    "minimum_count": Words(
        "Hoeveel antwoorden met punten een score nodig heeft.",
        "How many answers with points a score needs.",
    ),
    "introduction": Words("Boven de vragen.", "Above the questions."),
    "section": Words("Het onderdeel waarin de vraag staat.", "The section it stands in."),
    "kind": Words(
        "rating (stelling met schaal), choice, multiple, text of number.",
        "rating (statement with a scale), choice, multiple, text or number.",
    ),
    "text": Words("De vraag of stelling, of waarom.", "The question or statement, or why."),
    "help": Words("Hoe antwoorden er in het echt uitzien.", "What answers look like."),
    "talk": Words("Een vraag om over te praten.", "A question to talk about."),
    "theme": Words("Het thema op deze dimensie.", "The theme on this dimension."),
    "themes": Words(
        "De thema's zoals in een bestand, waar hun volgorde telt: {dimensie: thema}.",
        "The themes as in a file, where their order matters: {dimension: theme}.",
    ),
    "roles": Words(
        "Voor welke rollen, met komma's. Leeg: iedereen.",
        "For which roles, with commas. Empty: everyone.",
    ),
    "weight": Words("Hoe vaak het telt. Leeg: 1.", "How often it counts. Empty: 1."),
    "reversed": Words("true: een hoog antwoord telt laag.", "true: high answers earn little."),
    "required": Words(
        "true of false. Leeg: rating en choice zijn nodig.",
        "true or false. Empty: rating and choice are needed.",
    ),
    "when": Words(
        "Wanneer, zoals {question: id, is: [antwoord]}. Leeg bij een vraag: altijd.",
        "When, such as {question: id, is: [option]}. Empty for a question: always.",
    ),
    "fallback": Words(
        "Staat in andere teksten zolang er geen antwoord is.",
        "Stands in other texts while there is no answer.",
    ),
    "max_length": Words("Het hoogste aantal tekens.", "The most characters."),
    "lines": Words("Hoe hoog het vak is.", "How many lines the box is high."),
    "minimum": Words("Het laagste getal.", "The lowest number."),
    "maximum": Words("Het hoogste getal.", "The highest number."),
    "unit": Words("Wat er geteld wordt.", "What is counted."),
    "source": Words("De id van een bron.", "The id of a source."),
    "from": Words("Waar het niveau begint, 0-100.", "Where the band starts, 0-100."),
    "step": Words("Wat je maandag doet.", "What to do on Monday."),
    "actor": Words("Wie iets doet.", "Who acts."),
    "effort": Words("small, medium of large.", "small, medium or large."),
    "name": Words("Waarvan het een voorbeeld is.", "What it is an example of."),
    "role": Words("De rol die antwoordt.", "The role that answers."),
    "expect themes": Words(
        "Verwachte scores: {dimensie: {thema: 50}}.",
        "Expected scores: {dimension: {theme: 50}}.",
    ),
    "expect bands": Words(
        "Verwachte niveaus: {dimensie: {thema: niveau}}.",
        "Expected bands: {dimension: {theme: band}}.",
    ),
    "expect overall": Words("Het verwachte totaal.", "The expected total."),
    "expect advice_first": Words(
        "De eerste adviezen, met komma's.", "The first advice, with commas."
    ),
    "expect advice_absent": Words(
        "Adviezen die wegblijven, met komma's.", "Advice that is not given, with commas."
    ),
    "answer": Words(
        "Het antwoord op deze vraag; meer met komma's.",
        "The answer to this question; several with commas.",
    ),
    "where": Words("Waar de tekst staat; niet veranderen.", "Where it stands; leave as is."),
    "from language": Words(
        "De tekst die vertaald is. Verander hem op zijn eigen blad, niet hier.",
        "The text that was translated. Change it on its own sheet, not here.",
    ),
    "to language": Words("De vertaling.", "The translation."),
}
"""What each column (or row of `about`) is for."""

REFUSALS: Final[dict[str, Words]] = {
    "empty": Words(
        "Dit bestand is leeg; bewaar de werkmap opnieuw en kies hem nog eens.",
        "This file is empty; save the workbook again and choose it once more.",
    ),
    "large": Words(
        "Dit bestand is groter dan {limit} MB, en zo groot is geen vragenlijst; haal "
        "plaatjes en lege rijen weg.",
        "This file is larger than {limit} MB, which no questionnaire is; remove "
        "pictures and empty rows.",
    ),
    "old": Words(
        "Dit is een oude werkmap of een met een wachtwoord; bewaar hem als .xlsx "
        "zonder wachtwoord.",
        "This is an old workbook or one with a password; save it as .xlsx without a password.",
    ),
    "other": Words(
        "Dit is geen werkmap (.xlsx); kies ‘opslaan als’ en dan ‘Excel-werkmap’.",
        "This is no workbook (.xlsx); choose ‘save as’ and then ‘Excel workbook’.",
    ),
    "broken": Words(
        "Deze werkmap is beschadigd; open hem in een rekenblad en bewaar hem opnieuw.",
        "This workbook is damaged; open it in a spreadsheet and save it again.",
    ),
    "bomb": Words(
        "Deze werkmap wordt na het uitpakken veel te groot; maak een nieuwe met "
        "‘quickscan export xlsx’.",
        "This workbook becomes far too large when unpacked; make a new one with "
        "‘quickscan export xlsx’.",
    ),
    "macros": Words(
        "In deze werkmap zitten macro's; bewaar hem als .xlsx, dan zijn ze weg.",
        "This workbook has macros in it; save it as .xlsx, and they are gone.",
    ),
    "links": Words(
        "Deze werkmap verwijst naar andere bestanden; plak daar de waarden zelf.",
        "This workbook refers to other files; paste the values themselves there.",
    ),
    "formula": Words(
        "In {cell} staat een formule; zet daar de tekst of het getal zelf.",
        "There is a formula in {cell}; put the text or the number itself there.",
    ),
    "date": Words(
        "In {cell} staat een datum of tijd; zet de cel op tekst en typ het opnieuw.",
        "There is a date or time in {cell}; make the cell text and type it again.",
    ),
    "fault": Words(
        "In {cell} staat een fout ({value}); zet daar de tekst of het getal zelf.",
        "There is an error ({value}) in {cell}; put the text or the number itself there.",
    ),
    "wide": Words(
        "Het blad {sheet} heeft meer rijen of kolommen dan een vragenlijst kan vullen; "
        "haal weg wat er niet hoort.",
        "The sheet {sheet} has more rows or columns than a questionnaire can fill; "
        "remove what does not belong there.",
    ),
    "no_sheets": Words(
        "In deze werkmap staat geen blad ‘about’; begin met ‘quickscan export xlsx’.",
        "This workbook has no sheet ‘about’; begin with ‘quickscan export xlsx’.",
    ),
}
"""Why a workbook is not read, and what to do: one sentence for each."""
