"""The last hand on a PDF, with pikepdf: links, and a compact file that is always the same.

The same PDF in gives the same bytes out: no date, no random identifier, and `open_metadata`
is not used because it writes the time.
"""

import io
from collections.abc import Mapping

import pikepdf
from pikepdf import Name, Object, ObjectStreamMode, String

PRINTED = 4
"""The flag of an annotation that may be printed."""


def finish(raw: bytes, links: Mapping[str, str]) -> bytes:
    """Return a PDF whose links may be printed and say where they lead, written compactly.

    `links` has the title of each place in the report, by the name of the place; a link to
    elsewhere keeps its address as its words.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for page in pdf.pages:
            for annotation in page.obj.get(Name.Annots, ()):
                _mend_link(annotation, links)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
        )
    return out.getvalue()


def _mend_link(annotation: Object, links: Mapping[str, str]) -> None:
    annotation.F = PRINTED
    title = links.get(str(annotation.get(Name.Dest, "")))
    if title:
        annotation.Contents = String(title)
