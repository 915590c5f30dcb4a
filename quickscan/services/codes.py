"""Return codes and reading codes: the secret, readable names of a scan.

A code is twelve characters: eleven of chance and a check character, from an alphabet in
which no two look alike. Only its HMAC, under the key of this installation, is ever stored.
A return code is drawn and told once. A reading code follows from its name and the key, so
that the owner of a scan can see it again.
"""

import hmac
import secrets
from collections.abc import Iterator
from itertools import count
from typing import NewType

ReturnCode = NewType("ReturnCode", str)
"""Opens a scan for whoever has it, to look and to change; shown as XXXX-XXXX-XXXX."""

ReadingCode = NewType("ReadingCode", str)
"""Opens a scan to look only, until a day; shown as XXXX-XXXX-XXXX."""

ALPHABET = "23456789ACDEFHJKMNPRTVWXY"
"""25 characters; of every pair that looks alike at most one is here."""

LENGTH = 12
_GROUP = 4
_CODES = len(ALPHABET) ** (LENGTH - 1)
_MODULUS = 29
"""The smallest prime above the size of the alphabet that leaves room for it: any one wrong
character, and any two that changed places, changes the weighted sum modulo a prime."""

_LOOK_ALIKES = str.maketrans({"Z": "2", "S": "5", "B": "8", "G": "6", "U": "V"})


class MistypedCodeError(ValueError):
    """What was typed cannot be a code: wrong length, wrong character, or the check fails."""

    def __init__(self) -> None:
        super().__init__("this is no code; check every character")


def normalise(typed: str) -> str:
    """Return the twelve characters that someone meant.

    Case, spaces, dashes and other signs do not matter, and a character not in the alphabet
    because it looks like one that is, is read as that one.

    Raises:
        MistypedCodeError: it cannot be a code.
    """
    signs = "".join(filter(str.isalnum, typed))
    code = signs.upper().translate(_LOOK_ALIKES)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET) or _weighted_sum(code):
        raise MistypedCodeError
    return code


def shown(code: str) -> str:
    """Return a code in groups of four."""
    return "-".join(code[i : i + _GROUP] for i in range(0, LENGTH, _GROUP))


def draw() -> str:
    """Return a new code as it is shown, with 50.8 bits of chance in it."""
    return _first_code(secrets.randbelow(_CODES) for _ in count())


def _first_code(numbers: Iterator[int]) -> str:
    """Return the first of these numbers that has a check character, as a code.

    Every check value from 0 to 28 is as likely; the four that the alphabet has no character
    for are passed over, which costs 0.2 of the 51.1 bits.
    """
    for number in numbers:
        drawn = ""
        rest = number
        for _ in range(LENGTH - 1):
            rest, place = divmod(rest, len(ALPHABET))
            drawn += ALPHABET[place]
        check = -_weighted_sum(drawn) % _MODULUS
        if check < len(ALPHABET):
            return shown(drawn + ALPHABET[check])
    raise AssertionError("numbers ran out")


def _weighted_sum(code: str) -> int:
    """Return 12 x the first + 11 x the second + ... + 1 x the last, modulo 29."""
    return (
        sum(
            (LENGTH - place) * ALPHABET.index(character)
            for place, character in enumerate(code)
        )
        % _MODULUS
    )


class Codes:
    """Draws codes, and turns them into what may be stored."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new_return_code(self) -> ReturnCode:
        """Return a return code that nobody has."""
        return ReturnCode(draw())

    def reading_code(self, name: str) -> ReadingCode:
        """Return the reading code that belongs to this name; without the key nobody can."""
        return ReadingCode(self._following("reading-code-of", name))

    def single_use_codes(self, name: str, number: int) -> tuple[str, ...]:
        """Return so many single-use codes that belong to this name, always the same."""
        return tuple(
            self._following("single-use-code-of", f"{name}:{place}") for place in range(number)
        )

    def along_code(self, name: str) -> str:
        """Return the code to read along that belongs to this name."""
        return self._following("along-code-of", name)

    def _following(self, purpose: str, name: str) -> str:
        hashes = (keyed_hash(self._key, purpose, f"{name}:{i}") for i in count())
        return _first_code(int(own, 16) % _CODES for own in hashes)

    def return_hmac(self, typed: str) -> str:
        """Return what is stored of a return code.

        Raises:
            MistypedCodeError: it cannot be a code.
        """
        return keyed_hash(self._key, "return-code", normalise(typed))

    def reading_hmac(self, typed: str) -> str:
        """Return what is stored of a reading code.

        Raises:
            MistypedCodeError: it cannot be a code.
        """
        return keyed_hash(self._key, "reading-code", normalise(typed))

    def single_use_hmac(self, typed: str) -> str:
        """Return what is stored of a single-use code.

        Raises:
            MistypedCodeError: it cannot be a code.
        """
        return keyed_hash(self._key, "single-use-code", normalise(typed))

    def along_hmac(self, typed: str) -> str:
        """Return what is stored of a code to read along.

        Raises:
            MistypedCodeError: it cannot be a code.
        """
        return keyed_hash(self._key, "along-code", normalise(typed))


def keyed_hash(key: bytes, purpose: str, secret: str) -> str:
    """Return the HMAC-SHA256 of a secret, as 64 hexadecimal digits.

    The purpose keeps what is made for one thing from meaning anything for another.
    """
    return hmac.new(key, f"{purpose}:{secret}".encode(), "sha256").hexdigest()
