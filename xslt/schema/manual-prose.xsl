<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of the manual: chapters, paragraphs, lists, examples, names of elements and attributes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- manual: the ODD's prose → HTML. Starts at the parts of body. An element that has no template here is
       one of the texts of the edition, and looks as it does there. -->
  <xsl:mode name="manual" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="*" mode="manual" priority="-1" as="item()*">
    <xsl:apply-templates select="." mode="ed:text"/>
  </xsl:template>

  <xsl:template match="div" mode="manual" as="element(h:section)">
    <section>
      <xsl:sequence select="@xml:id ! ed:id(.)"/>
      <xsl:apply-templates mode="manual"/>
    </section>
  </xsl:template>

  <xsl:template match="div/head" mode="manual" as="element()">
    <xsl:element name="h{min((count(ancestor::div) + 1, 6))}">
      <xsl:apply-templates mode="manual"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p" mode="manual" as="element(h:p)">
    <p>
      <xsl:apply-templates mode="manual"/>
    </p>
  </xsl:template>

  <xsl:template match="list" mode="manual" as="element()">
    <xsl:element name="{if (@type eq 'ordered' or @rend eq 'numbered') then 'ol' else 'ul'}">
      <xsl:apply-templates select="item" mode="manual"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" mode="manual" as="element(h:li)">
    <li>
      <xsl:apply-templates mode="manual"/>
    </li>
  </xsl:template>

  <xsl:template match="gi" mode="manual" as="element()">
    <xsl:sequence select="ed:gi(string(.))"/>
  </xsl:template>

  <xsl:template match="att | code | tag | val | ident" mode="manual" as="element(h:code)">
    <code>{.}</code>
  </xsl:template>

  <xsl:template match="ref" mode="manual" as="element()">
    <xsl:variable name="address" as="xs:string?" select="
      if (starts-with(@target, '#')) then @target else ed:safe-address(@target)"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:for-each select="$address">
        <xsl:attribute name="href" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="manual"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="eg" mode="manual" as="element(h:figure)">
    <xsl:sequence select="ed:example(., @rend[. = ('good', 'bad')], ())"/>
  </xsl:template>

  <xsl:template match="eg[@rend eq 'good']" mode="manual" as="element(h:figure)" priority="1">
    <xsl:sequence select="ed:example(., 'good', 'Right')"/>
  </xsl:template>

  <xsl:template match="eg[@rend eq 'bad']" mode="manual" as="element(h:figure)" priority="1">
    <xsl:variable name="caption" as="item()*">
      <xsl:text>Wrong</xsl:text>
      <xsl:for-each select="@n">
        <xsl:text>: </xsl:text>
        <a href="rules.html#{.}">{.}</a>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="ed:example(., 'bad', $caption)"/>
  </xsl:template>

  <!-- All elements by name; what is said of each stands on a page of its own. -->
  <xsl:template match="schemaSpec" mode="manual" as="element()+">
    <xsl:variable name="elements" as="element(elementSpec)*" select=".//elementSpec[not(@mode eq 'delete')]"/>
    <p>These are its {count($elements)} elements; <a href="elements.html">another page</a> says of each what it holds, where it
      stands and which attributes it has.</p>
    <p class="all-elements">
      <xsl:for-each select="$elements">
        <xsl:sort select="lower-case(@ident)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:sequence select="ed:gi(@ident)"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </p>
  </xsl:template>

</xsl:stylesheet>
