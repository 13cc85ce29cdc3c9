<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared alignments → ed:comparisons: the pairs of documents that they link, in the order in which the links
     first name them, each with the languages and files of the pages that compare them, and their titles. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/parallels.xsl"/>

  <!-- The alignments → their pairs. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element(ed:comparisons)">
    <xsl:variable name="titles" as="element(title)*" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
    <ed:comparisons>
      <xsl:for-each select="$titles">
        <ed:title>
          <xsl:sequence select="@xml:lang"/>
          <xsl:value-of select="normalize-space()"/>
        </ed:title>
      </xsl:for-each>
      <xsl:for-each-group select="ed:parallel-links(TEI)" group-by="ed:pairs-of(.)">
        <xsl:variable name="documents" as="xs:string+" select="tokenize(current-grouping-key(), '/')"/>
        <ed:comparison one="{$documents[1]}" two="{$documents[2]}" links="{count(current-group())}"
          contradicting="{count(current-group()[ed:relation(.)/@xml:id[ends-with(., 'contradicting')]])}">
          <xsl:sequence select="ed:pages(ed:comparison($documents))"/>
        </ed:comparison>
      </xsl:for-each-group>
    </ed:comparisons>
  </xsl:template>

</xsl:stylesheet>
