<?xml version="1.0" encoding="UTF-8"?>
<!-- What an entry says beyond its names and dates: places, identifiers, notes, and who vouches for each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/register-facts.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- fact: anything else that an entry says → a row. Starts at an entry's children. -->
  <xsl:mode name="ed:entry-fact" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:entry-fact" as="element(h:div)?">
    <xsl:if test="not(ed:has-label(local-name()))">
      <xsl:message>
        <ed:finding code="T001" element="{name()}" at="{(ancestor-or-self::*/@xml:id)[last()]}"/>
      </xsl:message>
    </xsl:if>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label(local-name())"/>
      <xsl:with-param name="content">
        <xsl:call-template name="ed:prose"/>
        <xsl:call-template name="ed:vouched"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="location" mode="ed:entry-fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('coordinates')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="geo">
          <p>
            <xsl:text>{string-join(tokenize(.), ', ')}</xsl:text>
            <xsl:call-template name="ed:vouched"/>
          </p>
        </xsl:for-each>
        <xsl:apply-templates select="* except geo" mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="idno" mode="ed:entry-fact" as="element(h:div)?">
    <xsl:apply-templates select="." mode="ed:fact"/>
  </xsl:template>

  <xsl:template name="ed:identifiers" as="element(h:div)*">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('identifiers')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="idno[ed:authority(.)]">
          <p>
            <xsl:text>{ed:authority(.)/@name} </xsl:text>
            <xsl:apply-templates select="." mode="ed:text"/>
            <xsl:call-template name="ed:vouched"/>
          </p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('links')"/>
      <xsl:with-param name="content">
        <xsl:for-each select="(linkGrp/link | link)/tokenize(@target)[ed:safe-address(.)]">
          <xsl:variable name="match" as="xs:string?" select="ed:authority-of(.)/@match"/>
          <p>
            <xsl:if test="$match">{ed:site(.)} </xsl:if>
            <a class="outside" href="{.}" title="{.}">{if ($match) then replace(., $match, '$1') else ed:site(.)}</a>
          </p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A reference within an entry leads to what the entry is about. -->
  <xsl:template match="ref | ptr" mode="ed:entry-fact" as="element(h:div)?">
    <xsl:call-template name="ed:row">
      <xsl:with-param name="label" select="ed:label('links')"/>
      <xsl:with-param name="content">
        <xsl:apply-templates select="." mode="ed:text"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Where a statement was read, and how sure it is; `statements` are several that say the same. -->
  <xsl:template name="ed:vouched" as="element(h:span)?">
    <xsl:param name="statements" as="element()+" select="."/>
    <xsl:variable name="sources" as="element(h:a)*"
      select="ed:pointed(string-join(distinct-values($statements/@source ! tokenize(.)), ' '), .)"/>
    <xsl:if test="exists($sources) or @cert">
      <span class="vouched">
        <xsl:for-each select="$sources">
          <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
          <xsl:sequence select="."/>
        </xsl:for-each>
        <xsl:if test="@cert">
          <xsl:text>{if (exists($sources)) then '; ' else ' '}{ed:label('cert')}{ed:label('colon')}{ed:label(@cert)}</xsl:text>
        </xsl:if>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- What an attribute's pointers point to, each by its name. -->
  <xsl:function name="ed:pointed" as="element(h:a)*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:param name="at" as="element()"/>
    <xsl:for-each select="tokenize($pointers)[ed:href(., $at)]">
      <xsl:variable name="target" as="element()?" select="ed:target(., $at)"/>
      <a href="{ed:href(., $at)}">{if ($target) then ed:name-of($target) else .}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- Notes: in the page's language open, in others that have no page folded. -->
  <xsl:template name="ed:entry-notes" as="element()*">
    <xsl:param name="notes" as="element()*"/>
    <xsl:variable name="own" as="element()*" select="ed:in-language($notes)"/>
    <xsl:apply-templates select="$own" mode="local:note"/>
    <xsl:for-each-group select="ed:not-elsewhere($notes, $ed:languages) except $own" group-by="string(@xml:lang)">
      <details class="other-language">
        <summary>{ed:label('also-in')} {ed:language-name(current-grouping-key())}</summary>
        <xsl:apply-templates select="current-group()" mode="local:note"/>
      </details>
    </xsl:for-each-group>
  </xsl:template>

  <!-- note: a note of an entry → a paragraph with its sources. Starts at an entry's notes. -->
  <xsl:mode name="local:note" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:note" as="element(h:div)">
    <div class="entry-note">
      <xsl:sequence select="ed:lang(.)"/>
      <xsl:apply-templates mode="ed:text"/>
      <xsl:call-template name="ed:vouched"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
