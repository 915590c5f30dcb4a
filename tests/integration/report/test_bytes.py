"""The same document gives the same bytes, and its fingerprint tells when it would not."""

import hashlib
import subprocess
import sys
from dataclasses import replace

from quickscan.presentation.colours import HouseColours, Palette
from quickscan.report import pdf
from tests.integration.report import sample

ELSEWHERE = """
import hashlib
from quickscan.report import pdf
from tests.integration.report import sample
document = sample.naughty()
print(hashlib.sha256(pdf.render(document)).hexdigest(), pdf.fingerprint(document))
"""


def in_another_process(**environment: str) -> list[str]:
    """The hash of a report and its fingerprint, made in a process of its own."""
    own = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ".", **environment}
    made = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], capture_output=True, check=True, text=True, env=own
    )
    return made.stdout.split()


def test_two_processes_make_the_same_bytes(naughty, tmp_path):
    here = [hashlib.sha256(naughty.bytes).hexdigest(), pdf.fingerprint(sample.naughty())]
    other_home = {
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "7",
        "LANG": "C",
        "TZ": "Asia/Tokyo",
    }

    assert in_another_process(**other_home) == here


def test_a_second_run_in_one_process_makes_the_same_bytes(started):
    assert pdf.render(sample.just_started()) == started.bytes


def test_another_answer_another_version_or_another_house_is_another_fingerprint():
    document = sample.report()
    house = Palette(house=HouseColours(accent="#5b0b55"))
    others = (
        sample.report(chosen=2),
        sample.report(language="en"),
        replace(document, palette=house),
        replace(document, date="1 mei 2031"),
    )

    prints = {pdf.fingerprint(own) for own in (document, *others)}
    assert len(prints) == 5
    assert pdf.fingerprint(sample.report()) == pdf.fingerprint(document)


def test_only_the_fonts_of_the_report_are_used(each):
    ours = ("Atkinson-Hyperlegible", "Noto-", "Quickscan-Marks")

    for font in each.fonts:
        name = str(font.BaseFont).split("+")[1]
        assert name.startswith(ours), name


def test_the_house_colours_reach_the_page(started):
    violet = replace(
        sample.just_started(), palette=Palette(house=HouseColours(accent="#5b0b55"))
    )

    assert pdf.render(violet) != started.bytes
