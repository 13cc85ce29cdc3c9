<?xml version="1.0" encoding="UTF-8"?>
<!-- What versions are called: an original and its translations, by their languages. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- What a version is, and in which language: "Original (French)". -->
  <xsl:function name="ed:version-name" as="node()+">
    <xsl:param name="version" as="element()"/>
    <xsl:text>{ed:label($version/@type)}</xsl:text>
    <xsl:for-each select="$version/@xml:lang">
      <xsl:text> </xsl:text>
      <span class="language">({ed:language-name(.)})</span>
    </xsl:for-each>
  </xsl:function>

  <!-- The same within a sentence: "translation (French)". -->
  <xsl:function name="ed:version-words" as="xs:string">
    <xsl:param name="version" as="element()"/>
    <xsl:sequence select="
      string-join((lower-case(ed:label($version/@type)), $version/@xml:lang ! ('(' || ed:language-name(.) || ')')), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
