"""Check a folder of TEI and publish it as HTML and PDF."""

__version__ = "0.1.0"
