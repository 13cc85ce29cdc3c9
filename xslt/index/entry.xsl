<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry of a register, as entries.xsl gives it (TEI) → its page, registers/<stem>/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:mentions: the documents that name the entry, with what does; empty where none does. -->
  <xsl:param name="mentions" as="document-node()" select="ed:not-given('mentions')"/>

  <xsl:include href="entry-page.xsl"/>
  <xsl:include href="entry-names.xsl"/>
  <xsl:include href="entry-facts.xsl"/>
  <xsl:include href="entry-links.xsl"/>
  <xsl:include href="entry-mentions.xsl"/>
  <xsl:include href="quoted.xsl"/>

</xsl:stylesheet>
