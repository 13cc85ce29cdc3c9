"""What an edition gives to programs: references, plain texts, tables, linked data, translation memories."""

from tei_edition.data.checksums import CHECKSUMS, checksums
from tei_edition.data.files import document_files, parallel_files, register_files
from tei_edition.data.mentions import fact_files

__all__ = ["CHECKSUMS", "checksums", "document_files", "fact_files", "parallel_files", "register_files"]
