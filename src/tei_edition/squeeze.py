"""The only module that knows pikepdf: make a PDF smaller, and leave all that it says as it is."""

import io

import pikepdf


def squeezed(pdf: bytes) -> bytes:
    """Give the same PDF with its objects in compressed streams (PDF 1.5), which PDF/A-3 allows.

    The identifier of the file is a digest of its content, so that the same PDF gives the same bytes.
    """
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as book:
        book.save(
            result,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return result.getvalue()
