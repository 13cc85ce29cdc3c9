<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD → Schematron: run on schema/edition.odd, gives schema/edition.sch. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="sch">
  <xsl:include href="odd.xsl"/>
  <xsl:include href="odd-problems.xsl"/>
  <xsl:include href="datatypes.xsl"/>
  <xsl:include href="sch-schema.xsl"/>
</xsl:stylesheet>
