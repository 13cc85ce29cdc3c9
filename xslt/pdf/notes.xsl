<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page where they stand in a line, on lines of their own where they do not.
     Their numbers come from `prepare`; a note in an entry or in another note has none, and is read where it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/notes.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="local:is-in-line" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      exists($note/(ancestor::p | ancestor::ab | ancestor::head | ancestor::s | ancestor::l | ancestor::item | ancestor::cell | ancestor::signed | ancestor::salute | ancestor::dateline)[ancestor::text])"/>
  </xsl:function>

  <xsl:template match="text//note" mode="ed:print" as="element()" priority="2">
    <xsl:choose>
      <xsl:when test="@n and local:is-in-line(.) and not(ancestor::note or ancestor::app)">
        <note mark="{@n}">
          <xsl:apply-templates select="ancestor::*[@xml:lang][1]/@xml:lang" mode="ed:print"/>
          <xsl:apply-templates select="." mode="ed:note"/>
        </note>
      </xsl:when>
      <xsl:when test="ancestor::note or ancestor::app or local:is-in-line(.)">
        <aside>
          <xsl:text> [</xsl:text>
          <span>
            <xsl:apply-templates select="." mode="ed:note"/>
          </span>
          <xsl:text>]</xsl:text>
        </aside>
      </xsl:when>
      <xsl:otherwise>
        <notice>
          <xsl:apply-templates select="." mode="ed:note"/>
        </notice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ed:note: what is in a note; its paragraphs are parted by line ends. Starts at the note. -->
  <xsl:mode name="ed:note" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note" mode="ed:note" as="node()*">
    <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
    <xsl:for-each select="if (p) then p else .">
      <xsl:if test="position() gt 1">
        <br/>
      </xsl:if>
      <xsl:apply-templates mode="ed:print">
        <xsl:with-param name="link" tunnel="yes" select="()"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
