<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, and the readings of witnesses, which are shown as notes: a number in the text, the note beside it or below,
     linked both ways. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/notes.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- A footnote in the text is its number; ed:notes sets the note itself. -->
  <xsl:template match="note[ed:is-footnote(.)]" mode="ed:text" as="element(h:sup)">
    <xsl:call-template name="ed:note-mark"/>
  </xsl:template>

  <xsl:template name="ed:note-mark" as="element(h:sup)">
    <xsl:param name="ed:in-link" as="xs:boolean" tunnel="yes" select="false()"/>
    <sup class="note-number" id="ref:{@xml:id}">
      <xsl:choose>
        <xsl:when test="$ed:in-link">{ed:note-number(.)}</xsl:when>
        <xsl:otherwise>
          <a href="#{encode-for-uri(@xml:id)}" role="doc-noteref" aria-label="{ed:label('note')} {ed:note-number(.)}">
            <xsl:sequence select="ed:interface-lang(..)"/>
            <xsl:text>{ed:note-number(.)}</xsl:text>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- A note between blocks, in a note, or in a header stands where it is. -->
  <xsl:template match="note" mode="ed:text" priority="-0.4" as="element()">
    <xsl:element name="{if (ed:is-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'note-in-place'"/>
      <xsl:sequence select="ed:common(.)"/>
      <xsl:apply-templates mode="ed:text"/>
    </xsl:element>
  </xsl:template>

  <!-- The notes to a passage. They fold where there is no room beside the text. -->
  <xsl:template name="ed:notes" as="element(h:aside)">
    <xsl:param name="notes" as="element()+"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string"
      select="ed:label('note' || 's'[count($notes) gt 1]) || ' ' || string-join($notes ! ed:note-number(.), ', ')"/>
    <!-- A landmark for each passage would be too many: `note` keeps it from being one. -->
    <aside role="note" class="{'notes', $class}" lang="{$ed:language}" aria-label="{$words}">
      <details>
        <summary>{$words}</summary>
        <ol>
          <xsl:for-each select="$notes">
            <li>
              <xsl:if test="ed:note-number(.) castable as xs:integer">
                <xsl:attribute name="value" select="xs:integer(ed:note-number(.))"/>
              </xsl:if>
              <xsl:sequence select="ed:common(.)"/>
              <a class="back" href="#ref:{encode-for-uri(@xml:id)}" lang="{$ed:language}"
                aria-label="{ed:label('note')} {ed:note-number(.)}. {ed:label('back')}">{ed:note-number(.)}</a>
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="." mode="local:note"/>
            </li>
          </xsl:for-each>
        </ol>
      </details>
    </aside>
  </xsl:template>

  <!-- note: what stands in a note. Starts at a note or a place where witnesses differ. -->
  <xsl:mode name="local:note" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note" mode="local:note" as="node()*">
    <xsl:apply-templates mode="ed:text"/>
  </xsl:template>

  <xsl:template match="app" mode="local:note" as="node()*">
    <xsl:call-template name="ed:readings"/>
  </xsl:template>

</xsl:stylesheet>
