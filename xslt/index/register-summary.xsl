<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → what the contents page says of it: its titles, its place, and how many entries it has. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="../lib/own-entries.xsl"/>

  <!-- The register → its summary. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element(ed:register)">
    <ed:register stem="{TEI/@xml:id}" rank="{ed:register-rank(TEI)}" entries="{count(ed:own-entries(TEI))}">
      <xsl:for-each select="TEI/teiHeader/fileDesc/titleStmt/title">
        <ed:title>
          <xsl:copy-of select="@xml:lang"/>
          <xsl:value-of select="normalize-space()"/>
        </ed:title>
      </xsl:for-each>
    </ed:register>
  </xsl:template>

</xsl:stylesheet>
