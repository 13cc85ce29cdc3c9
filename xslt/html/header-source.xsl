<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of the source, and of the text's origin and subjects. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/header-source.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The source as a reader needs it; checksums stand with the rest, at the end of the page. -->
  <xsl:template match="sourceDesc" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('source')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="* except (p, listWit), ed:in-language(p)" mode="local:source"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- source: a description of a source → paragraphs. Starts at the children of sourceDesc. -->
  <xsl:mode name="local:source" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:source" as="element(h:div)?">
    <xsl:where-populated>
      <div class="{local-name()}">
        <xsl:call-template name="ed:prose"/>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="bibl" mode="local:source" as="element()*">
    <p>
      <xsl:sequence select="ed:lang(.)"/>
      <xsl:variable name="href" as="xs:string?" select="ed:first-href(@corresp, .)"/>
      <xsl:choose>
        <xsl:when test="$href and title">
          <a class="name bibl" href="{$href}">
            <xsl:apply-templates select="title" mode="ed:text"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="node() except (note, idno[@type eq 'sha256'])" mode="ed:text"/>
        </xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:for-each select="ed:in-language(note)">
      <p>
        <xsl:sequence select="ed:lang(.)"/>
        <xsl:apply-templates mode="ed:text"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="msDesc" mode="local:source" as="element()*">
    <p>
      <xsl:for-each select="msIdentifier ! (country, settlement, institution, repository, collection, idno, msName, altIdentifier)">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:text>{self::altIdentifier/(ed:label('altIdentifier') || ' ')}</xsl:text>
        <xsl:apply-templates select="if (self::institution[orgName]) then orgName else ." mode="ed:text"/>
      </xsl:for-each>
    </p>
    <xsl:apply-templates select="head, ed:in-language(p)" mode="local:source"/>
  </xsl:template>

  <!-- The institution's address belongs to what is said of the whole. -->
  <xsl:template match="msIdentifier" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('institution')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="institution/(address | orgName) | repository">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:for-each select="if (self::address) then * else .">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:apply-templates select="." mode="ed:text"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="idno" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="
        if (@type) then ed:label(@type) else ed:label('idno')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="creation" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('creation')"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="text()[normalize-space(translate(., ',;', ''))]">
            <xsl:apply-templates select="node() except term" mode="ed:text"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="* except term">
              <xsl:if test="position() gt 1">, </xsl:if>
              <xsl:apply-templates select="." mode="ed:text"/>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="textClass" mode="ed:fact" as="element(h:div)*">
    <xsl:variable name="terms" as="element(term)*"
      select="(keywords//term, ../creation/term)[not(@xml:lang)], ed:in-language(keywords//term[@xml:lang])"/>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('keywords')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="$terms">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:apply-templates select="." mode="ed:text"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('class')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="catRef | classCode">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:apply-templates select="if (self::catRef) then . else node()" mode="ed:text"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="notesStmt" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('remarks')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="ed:in-language(note)">
          <p>
            <xsl:sequence select="ed:lang(.)"/>
            <xsl:apply-templates mode="ed:text"/>
          </p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="editionStmt" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('version')"/>
      <xsl:with-param name="content">
        <xsl:text>{ed:text(ed:in-language(edition)[1]) => replace('^[Vv]ersion(ea)?\s+', '')}</xsl:text>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
