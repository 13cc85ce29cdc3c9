<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader can choose above the columns: which of them to see, and, where there is room for one only, which
     language leads. The style sheet does it; a script remembers it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/row-choices.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template name="ed:row-choices" as="element(h:div)">
    <xsl:param name="versions" as="element(div)+"/>
    <div class="choices" lang="{$ed:language}" dir="ltr">
      <fieldset class="columns">
        <legend>{ed:label('columns')}</legend>
        <xsl:for-each select="$versions">
          <xsl:sequence select="local:choice('checkbox', 'show', position(), ., true())"/>
        </xsl:for-each>
      </fieldset>
      <fieldset class="leading">
        <legend>{ed:label('leading')}</legend>
        <xsl:for-each select="$versions">
          <xsl:sequence select="local:choice('radio', 'lead', position(), ., position() eq 1)"/>
        </xsl:for-each>
      </fieldset>
      <xsl:if test="$versions//(note | app)[ed:is-footnote(.)]">
        <fieldset>
          <legend class="for-speech">{ed:label('notes')}</legend>
          <label>
            <input type="checkbox" name="page:notes" class="show-notes" value="notes" checked="checked"/>
            <xsl:text> {ed:label('notes')}</xsl:text>
          </label>
        </fieldset>
      </xsl:if>
      <xsl:for-each select="local:makers($versions)">
        <p class="made-by">
          <xsl:sequence select="ed:lang(.)"/>
          <xsl:text>{ed:capitalised(ed:text(.))}.</xsl:text>
        </p>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:function name="local:choice" as="element(h:label)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="version" as="element(div)"/>
    <xsl:param name="checked" as="xs:boolean"/>
    <label>
      <input type="{$type}" name="page:{$what}" class="{$what}-{$number}" value="{$version/@xml:lang}">
        <xsl:if test="$checked">
          <xsl:attribute name="checked" select="'checked'"/>
        </xsl:if>
      </input>
      <xsl:text> </xsl:text>
      <xsl:sequence select="ed:version-name($version)"/>
    </label>
  </xsl:function>

  <!-- What the translations are, in the words of those who made them. -->
  <xsl:function name="local:makers" as="element()*">
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:variable name="statements" as="element()*" select="
      distinct-values($versions/@resp ! tokenize(.)) ! ed:target(., $versions[1])/self::respStmt"/>
    <xsl:sequence select="$statements ! head(ed:in-language(resp))"/>
  </xsl:function>

</xsl:stylesheet>
