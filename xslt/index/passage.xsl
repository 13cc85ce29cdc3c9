<?xml version="1.0" encoding="UTF-8"?>
<!-- A sentence of a document as other pages quote it: its number, which leads to it, and its text with its names. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/passage.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:passage" as="element(h:p)">
    <p class="passage-of">
      <xsl:sequence select="ed:lang(.), ed:to-sentence(.)"/>
      <xsl:apply-templates mode="local:passage"/>
    </p>
  </xsl:template>

  <!-- The number of a sentence, as a link to it. -->
  <xsl:function name="ed:to-sentence" as="element(h:a)">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <a class="number" lang="{$ed:language}" aria-label="{ed:label('sentence')} {$unit/@n}"
      href="{$root}documents/{ed:own-page($unit/../ed:page)}#{encode-for-uri($unit/@id)}">{$unit/@n}</a>
  </xsl:function>

  <!-- The words of a sentence without what is hateful in them. -->
  <xsl:function name="ed:quiet" as="xs:string">
    <xsl:param name="unit" as="element(ed:unit)"/>
    <xsl:variable name="parts" as="node()*"
      select="$unit//(text()[not(ancestor::ed:hateful)] | ed:hateful[not(ancestor::ed:hateful)])"/>
    <xsl:sequence select="
      normalize-space(string-join($parts ! (if (self::ed:hateful) then '[…]' else string(.))))"/>
  </xsl:function>

  <!-- passage: the text of a unit, names as links. Starts in a unit. -->
  <xsl:mode name="local:passage" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="ed:mention[not(.//ed:mention)]" mode="local:passage" as="element(h:a)">
    <xsl:variable name="key" as="xs:string" select="head(tokenize(@ref))"/>
    <a class="name {@kind}" href="{$root}{ed:entry-address(substring-before($key, '.'), substring-after($key, '.'))}">
      <xsl:apply-templates mode="local:passage"/>
    </a>
  </xsl:template>

  <!-- A name that holds a name: the inner one is the link. -->
  <xsl:template match="ed:mention" mode="local:passage" as="element(h:span)">
    <span class="name {@kind}">
      <xsl:apply-templates mode="local:passage"/>
    </span>
  </xsl:template>

  <xsl:template match="ed:hateful" mode="local:passage" as="node()+">
    <span class="warning" lang="{$ed:language}">[{ed:label('hateful')}] </span>
    <span class="hateful">
      <xsl:apply-templates mode="local:passage"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
