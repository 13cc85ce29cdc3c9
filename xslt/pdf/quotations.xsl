<?xml version="1.0" encoding="UTF-8"?>
<!-- What others said or wrote. The marks of the source stay; `q` and `soCalled` without any get those of their language. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="quote | said | q | soCalled | cit[not(quote | bibl)]" mode="ed:print" as="node()*">
    <xsl:if test="ed:is-hateful(.)">
      <warning>[{ed:label('hateful')}]&#xA0;</warning>
    </xsl:if>
    <quoted>
      <xsl:if test="not(ed:is-marked(.))">
        <xsl:attribute name="marks" select="'add'"/>
      </xsl:if>
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </quoted>
  </xsl:template>

  <!-- A quotation that holds or is a block. -->
  <xsl:template mode="ed:print" as="element()+" priority="1"
    match="(quote | said | q | soCalled)[descendant::*[self::p | self::ab | self::lg | self::l | self::list | self::table | self::figure]
      [not(ancestor::note)]] | (div | body | cit)/quote">
    <xsl:if test="ed:is-hateful(.)">
      <notice>
        <warning>[{ed:label('hateful')}]</warning>
      </notice>
    </xsl:if>
    <blockquote>
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="cit" mode="ed:print" as="node()*">
    <xsl:apply-templates select="*" mode="ed:print"/>
  </xsl:template>

</xsl:stylesheet>
