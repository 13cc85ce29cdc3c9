"""What an edition gives to programs: references, plain texts, tables, linked data, translation memories.

Files are made of one document, one register or one document's facts at a time; only the tables of facts and
the checksums put together what several gave.
"""

from tei_edition.data.checksums import CHECKSUMS, checksums
from tei_edition.data.files import document_files, parallel_files, register_files
from tei_edition.data.mentions import annotation_file, fact_lines, fact_tables

__all__ = [
    "CHECKSUMS",
    "annotation_file",
    "checksums",
    "document_files",
    "fact_lines",
    "fact_tables",
    "parallel_files",
    "register_files",
]
