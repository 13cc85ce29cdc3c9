"""What an edition gives to programs: references, plain texts, tables, linked data, translation memories.

Files are made of one document, one register or one document's facts at a time; only the tables of facts and
the checksums put together what several gave.
"""

from tei_edition.data.checksums import CHECKSUMS, checksums
from tei_edition.data.files import files_in
from tei_edition.data.mentions import TABLES, annotation_file, fact_lines, fact_table

__all__ = ["CHECKSUMS", "TABLES", "annotation_file", "checksums", "fact_lines", "fact_table", "files_in"]
