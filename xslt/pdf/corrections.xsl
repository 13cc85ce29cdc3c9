<?xml version="1.0" encoding="UTF-8"?>
<!-- What the editors changed: the reading text, with the source’s reading in a lettered note. What was done to the page
     itself stands in interventions.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/corrections.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="choice" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(corr, reg, abbr, *)[1]" mode="ed:print"/>
    <xsl:if test="count(*) gt 1">
      <note kind="apparatus" mark="{ed:letter(.)}">
        <xsl:sequence select="local:other(.)"/>
      </note>
    </xsl:if>
  </xsl:template>

  <!-- In a note, in a reading of a witness, and outside the text, the other reading stands in brackets. -->
  <xsl:template match="choice[ancestor::note or ancestor::app or not(ancestor::text)]" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(corr, reg, abbr, *)[1]" mode="ed:print"/>
    <xsl:if test="count(*) gt 1">
      <aside>{' ['}<xsl:sequence select="local:other(.)"/>]</aside>
    </xsl:if>
  </xsl:template>

  <!-- What stands in the note: what the source has, or what an abbreviation means; further readings after it. -->
  <xsl:function name="local:other" as="node()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="shown" as="element()" select="$choice/(corr, reg, abbr, *)[1]"/>
    <aside>{ed:label(if ($shown[self::corr | self::reg]) then 'source-has' else 'stands-for')} </aside>
    <xsl:for-each select="$choice/* except $shown">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select="." mode="ed:print">
        <xsl:with-param name="link" tunnel="yes" select="()"/>
      </xsl:apply-templates>
      <xsl:if test="not(normalize-space())">–</xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The letter of a lettered note: corrections and readings of witnesses are one series. -->
  <xsl:function name="ed:letter" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="number" as="xs:string">
      <xsl:number select="$place" level="any" from="text" format="a"
        count="(choice[count(*) gt 1] | app)[not(ancestor::note or ancestor::app)]"/>
    </xsl:variable>
    <xsl:sequence select="$number"/>
  </xsl:function>

  <!-- What is wrong in the source and stays uncorrected. -->
  <xsl:template match="sic[not(parent::choice)]" mode="ed:print" as="node()*" priority="1">
    <xsl:apply-templates mode="ed:print"/>
    <aside> [sic]</aside>
  </xsl:template>

</xsl:stylesheet>
