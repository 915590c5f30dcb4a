"""The secret key of an installation: without it no code opens anything any more."""

import os
import re
import secrets
from pathlib import Path

from quickscan.services.codes import keyed_hash
from quickscan.storage import installation
from quickscan.storage.database import Database

_BYTES = 32
_WRITTEN = re.compile(r"[0-9a-f]{64}\n?")


class KeyFileError(RuntimeError):
    """The key file cannot be read, cannot be made, or holds no key."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"the key file {path} cannot be used: {reason}")
        self.path = path
        self.reason = reason


class OtherKeyError(RuntimeError):
    """The database belongs to another key: none of its codes would work."""

    def __init__(self) -> None:
        super().__init__(
            "this database was made with another key; put back the key file that belongs to "
            "it (it is part of the backup)"
        )


def load_key(path: Path) -> bytes:
    """Return the key in this file; made first where there is none, for the owner only.

    Two processes that start at once get the same key: a complete file takes the name, and
    only if the name is still free.

    Raises:
        KeyFileError: the file cannot be used.
    """
    try:
        if not path.exists():
            _make(path)
        written = path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise KeyFileError(path, str(error)) from error
    if not _WRITTEN.fullmatch(written):
        raise KeyFileError(path, "it does not hold 64 hexadecimal digits")
    return bytes.fromhex(written)


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return  # another process was first: its key is the key
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def check_key(database: Database, key: bytes) -> None:
    """Tie a new database to this key, and see that an older one is tied to it.

    Raises:
        OtherKeyError: it is tied to another.
    """
    mark = keyed_hash(key, "installation", "")
    with database.changing() as transaction:
        if installation.key_mark(transaction, mark) != mark:
            raise OtherKeyError
