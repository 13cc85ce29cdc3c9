<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: emphasis, references, identifiers, and what the editors say of a passage's state. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/phrases.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="hi" mode="ed:text" as="element()">
    <xsl:variable name="words" as="xs:string*"
      select="tokenize(lower-case(string-join((@rend, @style), ' ')), '[^a-z-]+')"/>
    <xsl:variable name="name" as="xs:string" select="
      if ($words = ('sup', 'super', 'superscript')) then 'sup'
      else if ($words = ('sub', 'subscript')) then 'sub'
      else if ($words = ('b', 'bold')) then 'b'
      else if ($words = ('i', 'it', 'italic', 'italics')) then 'i'
      else if ($words = ('u', 'underline', 'underlined')) then 'u'
      else if ($words = ('strike', 'strikethrough', 'line-through')) then 's'
      else 'span'"/>
    <xsl:element name="{$name}">
      <xsl:attribute name="class" select="'hi',
        'spaced'[$words = ('letter-spacing', 'spaced')],
        'small-caps'[$words = ('smallcaps', 'small-caps', 'sc')]"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph" mode="ed:text" as="element(h:em)">
    <em>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </em>
  </xsl:template>

  <xsl:template match="gi" mode="ed:text" as="element(h:code)">
    <code>&lt;{.}&gt;</code>
  </xsl:template>

  <xsl:template match="att" mode="ed:text" as="element(h:code)">
    <code>@{.}</code>
  </xsl:template>

  <xsl:template match="code | val | tag | ident | formula | eg" mode="ed:text" as="element(h:code)">
    <code>
      <xsl:apply-templates mode="ed:text"/>
    </code>
  </xsl:template>

  <!-- A reference leads where its first target that is a page leads, or is plain text. -->
  <xsl:template match="ref | licence[not(*)]" mode="ed:text" as="element()">
    <xsl:variable name="href" as="xs:string?" select="ed:first-href(@target, .)"/>
    <xsl:element name="{if ($href) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'ref', 'outside'[matches($href, '^https?:', 'i')]"/>
      <xsl:if test="$href">
        <xsl:attribute name="href" select="$href"/>
      </xsl:if>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:choose>
        <xsl:when test="$href">
          <xsl:apply-templates mode="ed:text">
            <xsl:with-param name="ed:in-link" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="ed:text"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- A pointer without words of its own shows where it leads. -->
  <xsl:template match="ptr" mode="ed:text" as="element()">
    <xsl:variable name="href" as="xs:string?" select="ed:first-href(@target, .)"/>
    <xsl:variable name="target" as="element()?" select="ed:target(@target, .)"/>
    <xsl:variable name="words" as="xs:string" select="
      if ($target/self::s) then lower-case(ed:label('sentence')) || ' ' || ed:number-of($target)
      else if ($target[ed:names(.)]) then ed:name-of($target)
      else string(@target)"/>
    <xsl:choose>
      <xsl:when test="$href">
        <a class="ref" href="{$href}">{$words}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="ref">{$words}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="idno" mode="ed:text" as="element()">
    <xsl:variable name="href" as="xs:string?"
      select="head((ed:authority-url(.), ed:safe-address(normalize-space(.))))"/>
    <xsl:choose>
      <xsl:when test="$href">
        <a class="idno" href="{$href}">
          <xsl:apply-templates mode="ed:text"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ed:span"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
