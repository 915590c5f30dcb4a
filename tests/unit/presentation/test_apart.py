from quickscan.presentation.apart import bare, told_apart
from quickscan.presentation.language import END, OURS, THEIRS, translator

_ = translator("ar")


def body(html: str, language: str = "ar") -> str:
    """What becomes of a part of a page in a language."""
    head = f'<html lang="{language}" dir="x">'
    return told_apart(head + html).removeprefix(head)


def dutch(words: str) -> str:
    return f'<bdi lang="nl" dir="ltr">{words}</bdi>'


def arabic(words: str) -> str:
    return f'<bdi lang="ar" dir="rtl">{words}</bdi>'


def test_a_sentence_of_ours_says_its_language_and_direction():
    assert body(f"<p>{_('Klaar.')}</p>") == f"<p>{dutch('Klaar.')}</p>"
    assert body(f"<p>المعرفة. {_('Klaar.')}</p>") == f"<p>المعرفة. {dutch('Klaar.')}</p>"


def test_what_is_filled_in_is_in_the_language_of_the_questionnaire():
    told = _("Voor: {role}", role="المعرفة")

    assert body(f"<p>{told}</p>") == f"<p>{dutch('Voor: ' + arabic('المعرفة'))}</p>"


def test_a_number_or_a_name_in_our_letters_that_is_filled_in_is_no_other_language():
    assert body(_("{score} van 100", score=62)) == dutch("62 van 100")
    assert body(_("Voor: {role}", role="62")) == dutch("Voor: 62")
    assert body(_("Voor: {role}", role="Café &amp; قهوة")) == dutch("Voor: Café &amp; قهوة")


def test_words_of_ours_filled_in_between_words_of_ours_are_one():
    inner = _("{first} en {last}", first=_("één"), last="المعرفة")

    told = body(_("Voor: {role}", role=inner))

    assert told == dutch(f"Voor: één en {arabic('المعرفة')}")


def test_sentences_of_ours_after_one_another_are_read_as_one():
    assert body(f"{_('Klaar.')} {_('Ga verder')}") == dutch("Klaar. Ga verder")
    assert body(f"{_('Een')} ({_('Twee')})") == f"{dutch('Een')} ({dutch('Twee')})"


def test_a_sentence_goes_on_in_a_link_and_in_smaller_letters():
    html = f'<p>{_("Klaar.")} <a href="/x">{_("Ga verder")}</a></p><b>{_("Nee")}</b>'

    whole = dutch('Klaar. <a href="/x">Ga verder</a>')
    assert body(html) == f"<p>{whole}</p><b>{dutch('Nee')}</b>"


def test_where_no_element_can_stand_the_marks_are_left_out():
    word = _("Taal")
    for html in (
        '<nav aria-label="{}"></nav>',
        "<title>{} – Quickscan</title>",
        "<textarea>{}</textarea>",
        "<option>{}</option>",
        "<svg><title>{}</title><text>x</text></svg>",
    ):
        assert body(html.format(word)) == html.format("Taal")
    assert body('<a href="mailto:?body=%E2%81%A6x%E2%81%A9">x</a>' + word).startswith(
        '<a href="mailto:?body=x">x</a>'
    )


def test_marks_that_someone_typed_do_no_harm():
    assert body(f"<p>{END}a{OURS}b</p><p>{THEIRS}c</p>") == f"<p>a{dutch('b')}</p><p>c</p>"
    assert body(f"<p>{_('x')}{END}{END}y</p>") == f"<p>{dutch('x')}y</p>"


def test_a_questionnaire_in_another_language_from_left_to_right_has_it_too():
    french = translator("fr")
    told = french("Voor: {role}", role="tous")

    assert body(told, "fr") == (
        '<bdi lang="nl" dir="ltr">Voor: <bdi lang="fr" dir="ltr">tous</bdi></bdi>'
    )


def test_a_page_in_a_language_of_ours_stays_as_it_is():
    for language in ("nl", "en"):
        own = translator(language)("Voor: {role}", role="المعرفة")
        assert body(own, language) == own
        assert bare(own) == own


def test_a_plain_text_has_no_marks():
    assert bare(_("Voor: {role}", role="x")) == "Voor: x"
