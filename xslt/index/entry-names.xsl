<?xml version="1.0" encoding="UTF-8"?>
<!-- What an entry of a register is called, in which languages and by whom; and its dates. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/entry-names.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Its names, each with the languages that call it so; then the other forms that texts use, and names of other
       kinds, such as the one at birth. One name that states no language is the title of the page. -->
  <xsl:template name="ed:entry-names" as="element(h:div)*">
    <xsl:variable name="names" as="element()*" select="ed:names(.)"/>
    <xsl:for-each-group select="$names[count($names) gt 1 or @* except @xml:id]" group-by="local:label(.)">
      <xsl:call-template name="ed:row">
        <xsl:with-param name="label" select="current-grouping-key()"/>
        <xsl:with-param name="content" select="local:forms(current-group())"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="local:label" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="ed:label(
      if (ed:is-standard($name)) then 'names'
      else if ($name/@type eq 'variant') then 'other-names'
      else string($name/@type))"/>
  </xsl:function>

  <xsl:function name="local:forms" as="element(h:span)*">
    <xsl:param name="names" as="element()*"/>
    <xsl:for-each-group select="$names" group-by="ed:text(.)">
      <xsl:variable name="tags" as="xs:string*" select="distinct-values(current-group()/@xml:lang)"/>
      <span class="form">
        <span>
          <xsl:sequence select="if (count($tags) eq 1) then ed:lang(.) else ()"/>
          <xsl:text>{current-grouping-key()}</xsl:text>
        </span>
        <xsl:if test="exists($tags)">
          <span class="language"> ({string-join($tags ! ed:language-name(.), ', ')})</span>
        </xsl:if>
        <xsl:call-template name="ed:vouched">
          <xsl:with-param name="statements" select="current-group()"/>
        </xsl:call-template>
      </span>
    </xsl:for-each-group>
  </xsl:function>

  <!-- When it lived, was, existed; where an entry gives no date, its own sources stand alone. -->
  <xsl:template name="ed:entry-dates" as="element(h:div)*">
    <xsl:for-each select="birth | death | .[ed:date-of(.)]">
      <xsl:call-template name="ed:row">
        <xsl:with-param name="label" select="ed:label(if (self::birth | self::death) then local-name() else 'when')"/>
        <xsl:with-param name="content">
          <xsl:text>{ed:date-of(.)}</xsl:text>
          <xsl:if test="self::birth | self::death">
            <xsl:text> </xsl:text>
            <xsl:apply-templates mode="ed:text"/>
          </xsl:if>
          <xsl:call-template name="ed:vouched"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('where')"/>
      <xsl:with-param name="content" select="ed:pointed(@where, .)"/>
    </xsl:call-template>
    <xsl:if test="not(ed:date-of(.))">
      <xsl:call-template name="ed:row">
        <xsl:with-param name="label" select="ed:label('sources')"/>
        <xsl:with-param name="content">
          <xsl:call-template name="ed:vouched"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
