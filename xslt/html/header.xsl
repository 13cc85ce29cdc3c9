<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says, as rows of a table: who, when, under which rights, how it was encoded. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/header.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- fact: a part of the header → a row, or none where it is empty. Starts at the header's parts. -->
  <xsl:mode name="ed:fact" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A row: what it is, and what the header says. -->
  <xsl:template name="ed:row" as="element(h:div)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:if test="normalize-space(string-join($content)) or $content//h:a">
      <div class="fact">
        <dt>{$label}</dt>
        <dd>
          <xsl:sequence select="$content"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Rows of which several have one name, such as two occupations, as one: the name stands once. -->
  <xsl:function name="ed:joined-rows" as="element(h:div)*">
    <xsl:param name="rows" as="element(h:div)*"/>
    <xsl:for-each-group select="$rows" group-by="string(h:dt)">
      <div class="fact">
        <xsl:sequence select="h:dt, current-group()/h:dd"/>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The default: labelled by its name, its text in the page's language. -->
  <xsl:template match="*" mode="ed:fact" as="element(h:div)?">
    <xsl:if test="not(ed:has-label(local-name()))">
      <xsl:message>
        <ed:finding code="T001" element="{name()}" at="{(ancestor-or-self::*/@xml:id)[last()]}"/>
      </xsl:message>
    </xsl:if>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label(local-name())"/>
      <xsl:with-param name="content">
        <xsl:call-template name="ed:prose"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The paragraphs of an element that speak the page's language, or all that is in it. -->
  <xsl:template name="ed:prose" as="node()*">
    <xsl:variable name="chosen" as="element()*" select="ed:in-language(*[@xml:lang])"/>
    <xsl:apply-templates mode="ed:text"
      select="if (*[@xml:lang] and not(text()[normalize-space()])) then *[not(@xml:lang)] | $chosen else node()"/>
  </xsl:template>

  <!-- The languages of the text: of the original and its translations, or of the whole. -->
  <xsl:template match="langUsage" mode="ed:fact" as="element(h:div)?">
    <xsl:variable name="tags" as="xs:string*" select="
      distinct-values((root()/TEI/text//div[@type = ('original', 'translation')]/@xml:lang, /TEI/@xml:lang[. ne 'und']))"/>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label(if (count($tags) gt 1) then 'languages' else 'language')"/>
      <xsl:with-param name="content">
        <xsl:text>{string-join($tags ! ed:language-name(.), ', ')}</xsl:text>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Who did what; several who did the same stand together. -->
  <xsl:template match="titleStmt" mode="ed:fact" as="element(h:div)*">
    <xsl:for-each-group select="author | editor | principal | funder | sponsor" group-by="local-name()">
      <xsl:call-template name="ed:row">
        <xsl:with-param name="label" select="ed:label(current-grouping-key())"/>
        <xsl:with-param name="content" select="local:separated(current-group(), ', ')"/>
      </xsl:call-template>
    </xsl:for-each-group>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('responsibility')"/>
      <xsl:with-param name="content">
        <xsl:for-each-group select="respStmt" group-by="ed:text(ed:in-language(resp)[1])">
          <p>
            <xsl:sequence select="current-group()/@xml:id[1] ! ed:id(.)"/>
            <xsl:sequence select="local:separated(ed:in-language(resp), '; ')"/>
            <xsl:text>{ed:label('colon')}</xsl:text>
            <xsl:sequence select="
              local:separated(current-group()/ed:in-language((name | persName | orgName)), ', ')"/>
          </p>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="local:separated" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="separator" as="xs:string"/>
    <xsl:for-each select="$elements">
      <xsl:if test="position() gt 1">{$separator}</xsl:if>
      <xsl:apply-templates select="." mode="ed:text"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="publicationStmt/p" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('publication')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="availability" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('rights')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="ed:in-language(p), ed:in-language(licence)" mode="local:rights"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- rights: a statement of rights → paragraphs; a licence ends with the address of its text. -->
  <xsl:mode name="local:rights" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="p" mode="local:rights" as="element(h:p)">
    <p>
      <xsl:sequence select="ed:lang(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </p>
  </xsl:template>

  <xsl:template match="licence" mode="local:rights" as="element(h:p)+">
    <xsl:variable name="href" as="xs:string?" select="ed:safe-address(@target)"/>
    <xsl:apply-templates select="ed:in-language(p)" mode="local:rights"/>
    <p>
      <xsl:choose>
        <xsl:when test="$href">
          <a class="outside" rel="license" href="{$href}">{if (p) then $href else normalize-space()}</a>
        </xsl:when>
        <xsl:otherwise>{.[not(p)]}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="publicationStmt/ref | publicationStmt/ptr" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('links')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="publicationStmt/date" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('published')"/>
      <xsl:with-param name="content">
        <xsl:text>{(ed:date-of(.)[.], .)[1]}</xsl:text>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
