"""Which sentences belong together: within a document across its versions, and between documents.

The encoding is that of the TEI Guidelines, 17.1 (links) and 16.10 (standoff): `standOff/linkGrp/link`.
"""
