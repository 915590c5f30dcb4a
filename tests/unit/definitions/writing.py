"""A small questionnaire as text, to change in tests."""

GOOD = """\
id: klein
version: 1
languages: [nl]
title: Klein
summary: Een kleine vragenlijst.
minutes: 5
roles:
  maker: {label: Ik maak}
scales:
  mate:
    options:
      - {id: nee, points: 0, label: Nee}
      - {id: ja, points: 1, label: Ja}
dimensions:
  fase:
    title: Fasen
    themes:
      weten: {title: Weten}
sections:
  - id: weten
    title: Weten
    questions:
      - {id: a, kind: rating, scale: mate, text: Dit is een., themes: {fase: weten}}
      - {id: m, kind: multiple, text: Wat?, options: [{id: x, label: X}, {id: y, label: Y}]}
      - {id: t, kind: text, text: Wie?, max_length: 10}
      - {id: n, kind: number, text: Hoeveel?, minimum: 1, maximum: 9}
scoring: {}
bands:
  - {id: laag, from: 0, label: Laag}
  - {id: hoog, from: 50, label: Hoog}
advice:
  - id: begin
    themes: {fase: weten}
    when: {question: a, is: [nee]}
    title: Begin
    text: Begin nu.
    steps: [Begin.]
    effort: small
"""


def written(*changes, text=GOOD):
    """The text with each (old, new) replaced; the old must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
