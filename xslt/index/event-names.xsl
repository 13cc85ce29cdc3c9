<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → ed:entries: what its events are called, and when they were, as the register has it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="xs">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>

  <!-- The register → its events. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element(ed:entries)">
    <ed:entries>
      <xsl:for-each select="ed:own-entries(TEI)/self::event">
        <ed:entry key="{/TEI/@xml:id}.{@xml:id}" date="{ed:date-of(.)}">
          <xsl:sequence select="head(ed:in-language(ed:names(.)))/@xml:lang"/>
          <xsl:text>{ed:name-of(.)}</xsl:text>
        </ed:entry>
      </xsl:for-each>
    </ed:entries>
  </xsl:template>

</xsl:stylesheet>
