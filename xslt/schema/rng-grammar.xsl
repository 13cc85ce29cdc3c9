<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar: one definition for each element, macro, datatype and global attribute of the ODD. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:ed="urn:tei-edition"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes"
  exclude-result-prefixes="xs ed">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- ODD → grammar. Starts at the document node of an ODD. -->
  <xsl:mode name="rng" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" mode="rng" as="item()+">
    <xsl:call-template name="ed:stop-at-problems"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:comment> Made from edition.odd by xslt/schema/rng.xsl. Do not edit: change the ODD and run "edition schema".
     SHA-256 of the ODD: {$fingerprint} </xsl:comment>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select=".//schemaSpec" mode="rng"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="rng" as="element()">
    <grammar ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <xsl:for-each select="tokenize(@start)">
        <start combine="choice">
          <ref name="{.}"/>
        </start>
      </xsl:for-each>
      <xsl:variable name="globals" as="element(attDef)*" select="ed:global-attributes(root())"/>
      <define name="att.global">
        <xsl:for-each select="$globals">
          <ref name="{ed:global-name(.)}"/>
        </xsl:for-each>
        <xsl:if test="empty($globals)">
          <empty/>
        </xsl:if>
      </define>
      <xsl:apply-templates select="$globals" mode="rng"/>
      <xsl:for-each select=".//dataSpec | .//macroSpec | .//elementSpec[not(@mode = 'delete')]">
        <xsl:sort select="index-of(('dataSpec', 'macroSpec', 'elementSpec'), name())"/>
        <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:apply-templates select="." mode="rng"/>
      </xsl:for-each>
    </grammar>
  </xsl:template>

  <xsl:template match="classSpec//attDef" mode="rng" as="element()">
    <define name="{ed:global-name(.)}">
      <xsl:apply-templates select="." mode="rng-attribute"/>
    </define>
  </xsl:template>

  <xsl:template match="dataSpec | macroSpec" mode="rng" as="element()">
    <define name="{@ident}">
      <xsl:sequence select="ed:pattern-or-empty(content | valList)"/>
    </define>
  </xsl:template>

  <xsl:template match="elementSpec" mode="rng" as="element()">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:sequence select="ed:documentation(.)"/>
        <xsl:sequence select="ed:inherited(.)"/>
        <xsl:apply-templates select="ed:kept-attributes(.)" mode="rng-attribute"/>
        <xsl:sequence select="ed:pattern-or-empty(content)"/>
      </element>
    </define>
  </xsl:template>

  <!-- References to the global attributes of an element: to all of them at once where it keeps them all. -->
  <xsl:function name="ed:inherited" as="element()*">
    <xsl:param name="specification" as="element(elementSpec)"/>
    <xsl:variable name="kept" as="element(attDef)*" select="ed:inherited-attributes($specification)"/>
    <xsl:for-each select="
      if (count($kept) eq count(ed:global-attributes(root($specification)))) then 'att.global' else $kept ! ed:global-name(.)">
      <ref name="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The definition of a global attribute has the name att.global.id for xml:id. -->
  <xsl:function name="ed:global-name" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="'att.global.' || tokenize($attribute/@ident, ':')[last()]"/>
  </xsl:function>

  <!-- What an editor shows beside an element, an attribute or a value. -->
  <xsl:function name="ed:documentation" as="element(a:documentation)?">
    <xsl:param name="specification" as="element()"/>
    <xsl:if test="$specification/desc">
      <a:documentation>{ed:description($specification)}</a:documentation>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
