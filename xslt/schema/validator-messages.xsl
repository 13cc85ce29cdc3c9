<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of assertions and diagnostics → instructions that make them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-xslt-made"
  xmlns:local="xslt/schema/validator-messages.xsl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  expand-text="no"
  exclude-result-prefixes="#all">

  <!-- Starts at an assertion; of elements that it does not know the words are taken. -->
  <xsl:mode name="validator-message" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:key name="local:diagnostic" match="sch:diagnostic" use="@id"/>

  <!-- A diagnostic says how to mend it. -->
  <xsl:template match="sch:assert | sch:report" mode="validator-message" as="element()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:variable name="diagnostics" as="element(sch:diagnostic)*" select="key('local:diagnostic', tokenize(@diagnostics))"/>
    <xsl:if test="exists($diagnostics)">
      <out:text> Hint: </out:text>
      <xsl:for-each select="$diagnostics">
        <xsl:apply-templates mode="#current"/>
        <out:sequence select="' '"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="validator-message" as="element()">
    <out:text>
      <xsl:value-of select="."/>
    </out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="validator-message" as="element()">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="validator-message" as="element()">
    <out:value-of select="{(@path, 'name()')[1]}"/>
  </xsl:template>

  <!-- Instructions are instructions. -->
  <xsl:template match="xsl:*" mode="validator-message" as="element()">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

</xsl:stylesheet>
