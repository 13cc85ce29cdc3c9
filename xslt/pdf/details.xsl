<?xml version="1.0" encoding="UTF-8"?>
<!-- The rest of a register entry: notes, and whatever else an archive records in one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/details.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- ed:detail: a part of an entry that has no template of its own in registers.xsl. Starts at that part. -->
  <xsl:mode name="ed:detail" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:detail" as="element(Q{}detail)">
    <detail>
      <xsl:if test="ed:has-label(local-name())">
        <xsl:attribute name="label" select="ed:label(local-name()) || ed:colon()"/>
      </xsl:if>
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:apply-templates select="." mode="ed:part"/>
    </detail>
  </xsl:template>

  <xsl:template match="note | desc" mode="ed:detail" as="element(Q{}detail)">
    <detail>
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:for-each select="if (p) then p else .">
        <xsl:if test="position() gt 1">
          <br/>
        </xsl:if>
        <xsl:apply-templates mode="ed:print"/>
      </xsl:for-each>
    </detail>
  </xsl:template>

  <!-- An entry inside an entry. -->
  <xsl:template match="person | place | org | event | bibl | listEvent | listPlace | listOrg | listPerson" mode="ed:detail" as="element()*">
    <xsl:sequence select="ed:entries(descendant-or-self::*[self::person | self::place | self::org | self::event | self::bibl][1])"/>
  </xsl:template>

</xsl:stylesheet>
