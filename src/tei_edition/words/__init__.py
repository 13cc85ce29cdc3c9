"""Dates and numbers as texts write them, read into values; nothing here knows of TEI.

What a language's words mean stands in the TOML file of that name: another file makes another language.
Languages without a file are read as far as figures go, with the month names that the Unicode CLDR has.
"""
