<?xml version="1.0" encoding="UTF-8"?>
<!-- Photographs and other illustrations: their captions and credits; the pictures are not published here. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/figures.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="figure" mode="ed:text" as="element(h:figure)">
    <figure>
      <xsl:sequence select="ed:common(.)"/>
      <p class="kind" lang="{$ed:language}">{ed:label(if (@type eq 'photograph') then 'photograph' else 'figure')}</p>
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
    <xsl:variable name="href" as="xs:string?" select="ed:safe-address(@url)[matches(., '^https?:', 'i')]"/>
    <span class="graphic">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}">{ed:label('image')}</a>
        </xsl:when>
        <xsl:otherwise>{ed:label('image')}: {@url}</xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
