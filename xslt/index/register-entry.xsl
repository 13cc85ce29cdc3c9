<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry of a register: names, dates, places, notes, identifiers, sources, and its mentions. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/register-entry.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- entry: a register's entry → an article. Starts at every entry. -->
  <xsl:mode name="ed:entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:entry" as="element(h:article)">
    <xsl:variable name="notes" as="element()*" select="note | desc | p | trait/desc | state/desc"/>
    <article class="entry {ed:kind(.)}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:element name="h{if (ed:is-below-heading(.)) then 3 else 2}">
        <xsl:attribute name="class" select="'headword'"/>
        <xsl:text>{ed:sort-name(., $ed:language)}</xsl:text>
        <xsl:text> </xsl:text>
        <a class="number" href="#{encode-for-uri(@xml:id)}" aria-label="{ed:name-of(.)}">#</a>
      </xsl:element>
      <dl class="facts">
        <xsl:call-template name="local:names"/>
        <xsl:call-template name="local:dates"/>
        <xsl:call-template name="ed:joined-rows">
          <xsl:with-param name="rows" as="element()*">
            <xsl:apply-templates mode="ed:entry-fact" select="* except ($notes, ed:names(.), birth, death,
              idno[ed:authority(.)], linkGrp, link, listPerson, listPlace, listOrg, listEvent)"/>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="ed:identifiers"/>
      </dl>
      <xsl:call-template name="ed:entry-notes">
        <xsl:with-param name="notes" select="$notes"/>
      </xsl:call-template>
      <xsl:call-template name="ed:mentions"/>
    </article>
  </xsl:template>

  <!-- Its names, each with the languages that call it so; then the other forms that texts use. -->
  <xsl:template name="local:names" as="element(h:div)*">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('names')"/>
      <xsl:with-param name="content" select="local:forms(ed:names(.)[not(@type eq 'variant')][@xml:lang])"/>
    </xsl:call-template>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('other-names')"/>
      <xsl:with-param name="content" select="local:forms(ed:names(.)[@type eq 'variant'])"/>
    </xsl:call-template>
  </xsl:template>

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
      </span>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template name="local:dates" as="element(h:div)*">
    <xsl:for-each select="birth | death | .[self::event | self::org | self::place][ed:date-of(.)]">
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
      <xsl:with-param name="content">
        <xsl:sequence select="ed:pointed(@where, .)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
