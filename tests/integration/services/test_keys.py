import stat
from pathlib import Path

import pytest

from quickscan.services.keys import KeyFileError, OtherKeyError, check_key, load_key
from quickscan.storage.database import Database


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "var" / "key"

    key = load_key(path)

    assert len(key) == 32
    assert load_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("written", ["", "kort", "é" * 64, "00" * 31])
def test_a_damaged_key_file_is_refused_and_kept(tmp_path: Path, written: str) -> None:
    path = tmp_path / "key"
    path.write_text(written, encoding="utf-8")

    with pytest.raises(KeyFileError, match="key"):
        load_key(path)
    assert path.read_text(encoding="utf-8") == written


def test_a_key_file_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(KeyFileError):
        load_key(tmp_path / "file" / "key")


def test_a_database_belongs_to_its_first_key(database: Database) -> None:
    check_key(database, b"a" * 32)
    check_key(database, b"a" * 32)

    with pytest.raises(OtherKeyError, match="backup"):
        check_key(database, b"b" * 32)
