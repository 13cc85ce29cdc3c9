<?xml version="1.0" encoding="UTF-8"?>
<!-- How an entry belongs with other entries: the one that it stands in, those that stand in it, what relations say,
     and who else in the registers points to it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/entry-links.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:entry-links" as="element(h:div)*">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('within')"/>
      <xsl:with-param name="content" select="local:listed(ed:pointed(@ed:within, .))"/>
    </xsl:call-template>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('holds')"/>
      <xsl:with-param name="content" select="local:listed(ed:pointed(@ed:holds, .))"/>
    </xsl:call-template>
    <xsl:apply-templates select="../relation" mode="ed:entry-fact"/>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('related')"/>
      <xsl:with-param name="content" select="local:listed(ed:pointed(@ed:related, .))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="local:listed" as="element(h:p)*">
    <xsl:param name="links" as="element(h:a)*"/>
    <xsl:for-each select="$links">
      <xsl:sort select="ed:sort-key(string())" collation="{$ed:collation}"/>
      <p>
        <xsl:sequence select="."/>
      </p>
    </xsl:for-each>
  </xsl:function>

  <!-- A relation: its name or its description, and all that it relates, the active ones first. -->
  <xsl:template match="relation" mode="ed:entry-fact" as="element(h:div)?">
    <xsl:variable name="said" as="xs:string?" select="ed:text(head(ed:in-language(desc)))[.]"/>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label((@name, @type, 'related')[1])"/>
      <xsl:with-param name="content">
        <xsl:text>{$said ! (. || ed:label('colon'))}</xsl:text>
        <xsl:sequence select="local:between(ed:pointed(@active, .))"/>
        <xsl:text>{' → '[current()/@active and current()/@passive]}</xsl:text>
        <xsl:sequence select="local:between(ed:pointed(string-join((@passive, @mutual), ' '), .))"/>
        <xsl:call-template name="ed:vouched"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="local:between" as="node()*">
    <xsl:param name="links" as="element(h:a)*"/>
    <xsl:for-each select="$links">
      <xsl:text>{', '[position() gt 1]}</xsl:text>
      <xsl:sequence select="."/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
