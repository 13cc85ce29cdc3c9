<?xml version="1.0" encoding="UTF-8"?>
<!-- Photographs and other illustrations: their captions and credits. A picture is linked to and never loaded, so that
     a page needs no network and no disk but its own. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/figures.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="figure" mode="ed:text" as="element(h:figure)">
    <figure>
      <xsl:sequence select="ed:common(.)"/>
      <p class="kind" lang="{$ed:language}">
        <xsl:text>{ed:label((@type[ed:has-label(.)][not(. eq 'photograph' and current()/graphic)], 'figure')[1])}</xsl:text>
        <xsl:for-each select="ed:picture-of(.) ! ed:href(., current())">
          <xsl:text>{ed:label('colon')}</xsl:text>
          <a href="{.}">{ed:label('picture-of-page')}</a>
        </xsl:for-each>
      </p>
      <xsl:apply-templates select="* except (head, figDesc, ab[@type eq 'credit'])" mode="ed:text"/>
      <xsl:if test="head | figDesc | ab[@type eq 'credit']">
        <figcaption>
          <xsl:apply-templates select="head, figDesc, ab[@type eq 'credit']" mode="ed:text"/>
        </figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="figure/head | figDesc" mode="ed:text" priority="2" as="element()">
    <xsl:element name="{ed:paragraph-name(.)}">
      <xsl:attribute name="class" select="'caption'"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="graphic | media" mode="ed:text" as="element(h:span)">
    <xsl:variable name="href" as="xs:string?" select="ed:href(@url, .)[not(starts-with(., 'mailto:'))]"/>
    <span class="graphic">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{ed:label('image')}{ed:text(desc[1])[.] ! (ed:label('colon') || .)}</a>
        </xsl:when>
        <xsl:otherwise>{ed:label('image')}: {@url}</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not($href)">
        <xsl:apply-templates mode="ed:text"/>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- The pictures of the source, page by page. -->
  <xsl:template match="facsimile" mode="ed:fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('facsimile')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="surface">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:call-template name="local:surface"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A page of the source, called by its label or by the page that begins on it. -->
  <xsl:template name="local:surface" as="node()*">
    <xsl:variable name="page" as="element()?" select="(root()//pb[tokenize(@facs) = '#' || current()/@xml:id])[1]"/>
    <xsl:variable name="words" as="xs:string" select="
      (label[1] ! ed:text(.), $page/@n ! (ed:label('page-short') || ' ' || .), string(@xml:id))[1]"/>
    <xsl:for-each select="graphic">
      <xsl:variable name="href" as="xs:string?" select="ed:href(@url, .)"/>
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{$words}</a>
        </xsl:when>
        <xsl:otherwise>{$words} ({@url})</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
