<?xml version="1.0" encoding="UTF-8"?>
<!-- Schematron → XSLT 3.0: run on a schema, gives a stylesheet that turns a document into a list of findings.
     What the schema includes stands in it already. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="validator">
  <xsl:include href="validator-plain.xsl"/>
  <xsl:include href="validator-schema.xsl"/>
  <xsl:include href="validator-rules.xsl"/>
  <xsl:include href="validator-messages.xsl"/>
</xsl:stylesheet>
