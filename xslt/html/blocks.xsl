<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: paragraphs, sentences, headings, lists, tables, verse, the parts of a letter, pages and lines. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/blocks.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="p | ab" mode="ed:text" as="element()">
    <xsl:element name="{ed:paragraph-name(.)}">
      <xsl:attribute name="class" select="local-name(), local:rendition(.)"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:if test="local:is-numbered(.)">
        <xsl:sequence select="local:number(., 'paragraph')"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Lines of a web page's navigation, set apart and called what they are. -->
  <xsl:template name="ed:navigation" as="element(h:div)">
    <xsl:param name="lines" as="element(ab)*"/>
    <div class="web-navigation">
      <p class="kind" lang="{$ed:language}">{ed:label('navigation')}</p>
      <xsl:apply-templates select="$lines" mode="ed:text"/>
    </div>
  </xsl:template>

  <!-- A sentence carries its number, which is a link to itself. -->
  <xsl:template match="s" mode="ed:text" as="element(h:span)">
    <span class="s">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:sequence select="local:number(., 'sentence')"/>
      <xsl:apply-templates mode="ed:text"/>
    </span>
  </xsl:template>

  <!-- Paragraphs that are not made of sentences are numbered in the division that they belong to. -->
  <xsl:function name="local:is-numbered" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
      exists($block[@xml:id][parent::div][ancestor::text][not(.//s)][normalize-space()])"/>
  </xsl:function>

  <xsl:function name="local:number" as="element(h:a)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="ed:number-of($element)"/>
    <a class="{'number', 'of-paragraph'[$what eq 'paragraph']}" href="#{encode-for-uri($element/@xml:id)}"
      aria-label="{ed:label($what)} {$number}">
      <xsl:sequence select="ed:interface-lang($element)"/>
      <xsl:text>{$number}</xsl:text>
    </a>
  </xsl:function>

  <xsl:template match="head" mode="ed:text" as="element()">
    <xsl:param name="ed:level" as="xs:integer" tunnel="yes" select="4"/>
    <xsl:element name="h{min(($ed:level - 1, 6))}">
      <xsl:attribute name="class" select="'head'"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A second head of a division, or one of a list or a verse, is no heading of the page. -->
  <xsl:template match="head[preceding-sibling::head or not(parent::div)] | trailer | byline | dateline | salute
      | signed | opener | closer | epigraph | address | speaker | sp | item/label[ed:is-block(.)]"
    mode="ed:text" priority="1" as="element(h:div)">
    <div class="{local-name()}">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </div>
  </xsl:template>

  <!-- What a record says of how something was said: between the speeches, or within one. -->
  <xsl:template match="stage" mode="ed:text" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'stage'"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="addrLine[ed:is-block(..)]" mode="ed:text" priority="1" as="element(h:div)">
    <div class="line">
      <xsl:apply-templates mode="ed:text"/>
    </div>
  </xsl:template>

  <xsl:template match="lg" mode="ed:text" as="element(h:div)">
    <div class="verse">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates select="*" mode="ed:text"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="ed:text" as="element(h:div)">
    <div class="line">
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </div>
  </xsl:template>

  <xsl:template match="lb" mode="ed:text" as="element(h:br)">
    <br/>
  </xsl:template>

  <!-- A page or a column of the source begins; the mark leads to the picture of it, if there is one. -->
  <xsl:template match="pb | cb | milestone | gb" mode="ed:text" as="element(h:span)">
    <xsl:variable name="kind" as="xs:string" select="if (self::cb) then 'column' else 'page'"/>
    <xsl:variable name="mark" as="xs:string" select="string-join((ed:label($kind || '-short'), @n), ' ')"/>
    <xsl:variable name="href" as="xs:string?" select="ed:picture-of(.) ! ed:href(., current())"/>
    <span class="page-break" lang="{$ed:language}">
      <xsl:sequence select="@xml:id ! ed:id(.)"/>
      <xsl:if test="not($href) and $kind eq 'page'">
        <xsl:attribute name="role" select="'doc-pagebreak'"/>
        <xsl:attribute name="aria-label" select="ed:label($kind) || ' ' || @n"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$href">
          <a href="{$href}" title="{ed:label('picture-of-page')}">[{$mark}]</a>
        </xsl:when>
        <xsl:otherwise>[{$mark}]</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template match="anchor | index | delSpan | addSpan | damageSpan" mode="ed:text" as="element(h:span)">
    <xsl:call-template name="ed:span"/>
  </xsl:template>

  <!-- How a paragraph was set, as far as the style sheet knows it. -->
  <xsl:function name="local:rendition" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(lower-case($element/@rend), '[\s;]+')"/>
    <xsl:sequence select="
      $words[. = ('center', 'right', 'hanging', 'noindent')],
      ed:type-class($element)"/>
  </xsl:function>

</xsl:stylesheet>
