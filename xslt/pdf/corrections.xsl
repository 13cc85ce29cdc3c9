<?xml version="1.0" encoding="UTF-8"?>
<!-- What the editors changed or could not read: the reading text, with the source’s reading in a lettered note. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/corrections.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="choice" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(corr, reg, abbr, *)[1]" mode="ed:print"/>
    <xsl:if test="count(*) gt 1">
      <note kind="apparatus" mark="{local:letter(.)}">
        <xsl:sequence select="local:other(.)"/>
      </note>
    </xsl:if>
  </xsl:template>

  <!-- In a note, and outside the text, the other reading stands in brackets. -->
  <xsl:template match="choice[ancestor::note or not(ancestor::text)]" mode="ed:print" as="node()*">
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

  <xsl:function name="local:letter" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="number" as="xs:string">
      <xsl:number select="$choice" level="any" from="text" format="a" count="choice[count(*) gt 1][not(ancestor::note)]"/>
    </xsl:variable>
    <xsl:sequence select="$number"/>
  </xsl:function>

  <!-- What is wrong in the source and stays uncorrected. -->
  <xsl:template match="sic[not(parent::choice)]" mode="ed:print" as="node()*" priority="1">
    <xsl:apply-templates mode="ed:print"/>
    <aside> [sic]</aside>
  </xsl:template>

  <xsl:template match="del | surplus" mode="ed:print" as="element(Q{}strike)">
    <strike>
      <xsl:apply-templates mode="ed:print"/>
    </strike>
  </xsl:template>

  <xsl:template match="add" mode="ed:print" as="node()*">
    <xsl:text>⟨</xsl:text>
    <xsl:apply-templates mode="ed:print"/>
    <xsl:text>⟩</xsl:text>
  </xsl:template>

  <xsl:template match="supplied" mode="ed:print" as="node()*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="ed:print"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="ed:print" as="node()*">
    <xsl:apply-templates mode="ed:print"/>
    <aside> [?]</aside>
  </xsl:template>

  <xsl:template match="gap | space | damage[not(node())]" mode="ed:print" as="element(Q{}aside)">
    <aside>[{string-join(('…', @extent, @quantity, @unit, @reason, normalize-space(desc)[.]), ' ')}]</aside>
  </xsl:template>

  <xsl:template match="damage | restore | retrace" mode="ed:print" as="node()*">
    <xsl:apply-templates mode="ed:print"/>
  </xsl:template>

  <!-- An apparatus of witnesses: the lemma in the text, the readings in a note. -->
  <xsl:template match="app" mode="ed:print" as="node()*">
    <xsl:apply-templates select="(lem, rdg)[1]" mode="ed:print"/>
    <aside>
      <xsl:text> [</xsl:text>
      <xsl:for-each select="* except (lem, rdg)[1]">
        <xsl:if test="position() gt 1">; </xsl:if>
        <xsl:apply-templates mode="ed:print"/>
        <xsl:value-of select="@wit ! (' ' || .)"/>
      </xsl:for-each>
      <xsl:text>]</xsl:text>
    </aside>
  </xsl:template>

</xsl:stylesheet>
