<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document → ed:files: all that is made of it for programs, each an ed:file with its path in the site. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- Whether there is a PDF of this document. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- Addresses are those within the site. -->
  <xsl:param name="root" as="xs:string" select="''"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/dates.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/units.xsl"/>
  <xsl:include href="../lib/citation.xsl"/>
  <xsl:include href="../lib/reference.xsl"/>
  <xsl:include href="../lib/reference-forms.xsl"/>
  <xsl:include href="../lib/plain-versions.xsl"/>
  <xsl:include href="../html/links.xsl"/>
  <xsl:include href="plain.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="schema-org.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- files: the prepared document → its files. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(ed:files)">
    <xsl:variable name="reference" as="map(xs:string, item()*)" select="ed:reference(TEI/teiHeader)"/>
    <xsl:variable name="page" as="xs:string" select="replace(ed:page-path(TEI/teiHeader), '\.html$', '')"/>
    <ed:files>
      <xsl:for-each select="ed:reference-forms($reference)">
        <ed:file path="{$page}{?ending}">
          <xsl:value-of select="?text" separator=""/>
        </ed:file>
      </xsl:for-each>
      <ed:file path="{$page}.jsonld">
        <xsl:value-of select="serialize(ed:schema-org(TEI, $reference), map { 'method': 'json' })"/>
      </ed:file>
      <xsl:for-each select="ed:plain-texts(TEI)">
        <ed:file path="{ed:plain-path(.)}">
          <xsl:value-of select="ed:plain-text(.)"/>
        </ed:file>
      </xsl:for-each>
      <xsl:call-template name="ed:link-files"/>
    </ed:files>
  </xsl:template>

</xsl:stylesheet>
