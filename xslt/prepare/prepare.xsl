<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → one self-contained TEI document: the passes, in the order of their numbers.
     Started on a document as it was read; `slice` is what it needs from elsewhere (see extract.py). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <!-- The slice of the edition for this document. -->
  <xsl:param name="slice" as="document-node()" required="yes"/>
  <!-- The file's stem: the document's id where its root has none. -->
  <xsl:param name="stem" as="xs:string" required="yes"/>
  <!-- The last pass to run: '10', '20', '30'. -->
  <xsl:param name="until" as="xs:string" select="'30'"/>

  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="10-gather.xsl"/>
  <xsl:include href="20-resolve.xsl"/>
  <xsl:include href="30-identify.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="document-node()">
    <xsl:variable name="gathered" as="document-node()">
      <xsl:apply-templates select="." mode="gather"/>
    </xsl:variable>
    <xsl:variable name="resolved" as="document-node()">
      <xsl:apply-templates select="$gathered" mode="resolve"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$until eq '10'">
        <xsl:sequence select="$gathered"/>
      </xsl:when>
      <xsl:when test="$until eq '20'">
        <xsl:sequence select="$resolved"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$resolved" mode="identify"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
