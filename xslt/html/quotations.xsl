<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations: who speaks, in whose words, and hateful words announced before they are read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/quotations.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="quote | said | q | soCalled" mode="ed:text" as="element()+">
    <xsl:call-template name="local:warning"/>
    <xsl:variable name="speaker" as="xs:string?" select="local:speaker(.)"/>
    <xsl:element name="{local:element(.)}">
      <xsl:attribute name="class"
        select="local-name(), 'hateful'[ed:is-hateful(current())], 'marked'[ed:is-marked(current())]"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:if test="$speaker">
        <xsl:attribute name="title">{ed:label('said-by')} {$speaker}</xsl:attribute>
        <span class="for-speech" lang="{$ed:language}">({ed:label('said-by')} {$speaker}) </span>
      </xsl:if>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="cit" mode="ed:text" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'cit'"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="local:warning" as="element(h:span)?">
    <xsl:if test="ed:is-hateful(.)">
      <span class="warning" lang="{$ed:language}">[{ed:label('hateful')}] </span>
    </xsl:if>
  </xsl:template>

  <!-- Quotation marks are the source's own, where it has them; `q` and `soCalled` without any get those of their language. -->
  <xsl:function name="local:element" as="xs:string">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="
      if (ed:is-block($quotation)) then (if ($quotation/self::soCalled) then 'div' else 'blockquote')
      else if ($quotation[self::soCalled][ed:is-marked(.)]) then 'span'
      else 'q'"/>
  </xsl:function>

  <!-- The name of who speaks, where the document carries the entry. -->
  <xsl:function name="local:speaker" as="xs:string?">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="
      tokenize($quotation/@who) ! ed:target(., $quotation)[ed:names(.)] ! ed:name-of(.)"/>
    <xsl:sequence select="string-join($names, ', ')[.]"/>
  </xsl:function>

</xsl:stylesheet>
