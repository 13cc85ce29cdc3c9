<?xml version="1.0" encoding="UTF-8"?>
<!-- What an element holds, in a short notation, and the elements that it stands in. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/schema/elements-content.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="ed:content" as="item()+">
    <xsl:param name="content" as="element(content)?"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates select="$content/*" mode="local:model">
        <xsl:with-param name="outer" select="true()"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="$parts"/>
    <xsl:if test="empty($parts)">nothing</xsl:if>
  </xsl:function>

  <!-- model: a content model → names, signs and links. Starts at the child of content. -->
  <xsl:mode name="local:model" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="empty" mode="local:model" as="empty-sequence()"/>

  <xsl:template match="textNode" mode="local:model" as="item()">
    <xsl:text>text</xsl:text>
  </xsl:template>

  <xsl:template match="elementRef" mode="local:model" as="item()+">
    <a class="gi" href="#{@key}"><code>{@key}</code></a>
    <xsl:value-of select="local:times(.)"/>
  </xsl:template>

  <xsl:template match="macroRef" mode="local:model" as="item()*">
    <xsl:if test="not(ed:holds-nothing(key('ed:macro', @key)/content))">
      <a class="group" href="#{@key}">{replace(@key, '^.*\.', '')}</a>
      <xsl:value-of select="local:times(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="dataRef" mode="local:model" as="item()">
    <xsl:value-of select="ed:datatype(.)"/>
  </xsl:template>

  <xsl:template match="valList" mode="local:model" as="item()">
    <xsl:value-of select="valItem/@ident" separator=" | "/>
  </xsl:template>

  <xsl:template match="sequence | alternate" mode="local:model" as="item()*">
    <xsl:param name="outer" as="xs:boolean" select="false()"/>
    <xsl:variable name="sign" as="xs:string" select="local:times(.)"/>
    <xsl:variable name="parts" as="element()*" select="*[not(self::empty or self::macroRef[ed:holds-nothing(key('ed:macro', @key)/content)])]"/>
    <xsl:variable name="bare" as="xs:boolean" select="count($parts) eq 1 or $outer and $sign eq ''"/>
    <xsl:value-of select="'('[not($bare)]"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">
        <xsl:value-of select="if (parent::sequence) then ', ' else ' | '"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="local:model"/>
    </xsl:for-each>
    <xsl:value-of select="')'[not($bare)] || $sign"/>
  </xsl:template>

  <!-- How often a part comes, as a sign. -->
  <xsl:function name="local:times" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="least" as="xs:string" select="string(($part/@minOccurs, '1')[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($part/@maxOccurs, '1')[1])"/>
    <xsl:sequence select="
      if ($least eq '0') then (if ($most eq '1') then '?' else '*') else if ($most eq '1') then '' else '+'"/>
  </xsl:function>

  <xsl:key name="local:reference" match="content//(elementRef | macroRef)" use="@key"/>

  <!-- The elements that may hold an element, itself or through a group. -->
  <xsl:function name="ed:parents" as="element(elementSpec)*">
    <xsl:param name="specification" as="element()"/>
    <xsl:variable name="holders" as="element()*" select="
      key('local:reference', $specification/@ident, root($specification))/ancestor::*[self::elementSpec or self::macroSpec]"/>
    <xsl:sequence select="$holders/self::elementSpec | $holders/self::macroSpec ! ed:parents(.)"/>
  </xsl:function>

  <!-- Elements as links, by name, folded where they are many; the root stands in nothing. -->
  <xsl:function name="ed:listed" as="node()*">
    <xsl:param name="elements" as="element(elementSpec)*"/>
    <xsl:choose>
      <xsl:when test="empty($elements)">no other element</xsl:when>
      <xsl:when test="count($elements) gt 12">
        <details>
          <summary>{count($elements)} elements</summary>
          <xsl:sequence select="local:links($elements)"/>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="local:links($elements)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="local:links" as="node()+">
    <xsl:param name="elements" as="element(elementSpec)+"/>
    <xsl:for-each select="$elements">
      <xsl:sort select="lower-case(@ident)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <a class="gi" href="#{@ident}"><code>{@ident}</code></a>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
