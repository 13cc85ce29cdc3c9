<?xml version="1.0" encoding="UTF-8"?>
<!-- Schematron → plain Schematron: the patterns of the default phase, nothing abstract left (ISO/IEC 19757-3, 5.4 and 6). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:local="xslt/schema/validator-plain.xsl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  expand-text="no"
  exclude-result-prefixes="#all">

  <!-- Starts at sch:schema. -->
  <xsl:mode name="validator-plain" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="local:pattern" match="sch:pattern" use="@id"/>
  <xsl:key name="local:rule" match="sch:rule" use="@id"/>

  <!-- A phase has variables of its own; the others are not looked at. -->
  <xsl:template match="sch:schema" mode="validator-plain" as="element(sch:schema)">
    <xsl:variable name="phase" as="element(sch:phase)?" select="sch:phase[@id = current()/@defaultPhase]"/>
    <xsl:copy>
      <xsl:copy-of select="@*, $phase/sch:let"/>
      <xsl:apply-templates mode="#current" select="
        * except (sch:phase, sch:pattern[exists($phase)][not(@id = $phase/sch:active/@pattern)])"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:pattern[local:is-abstract(.)] | sch:rule[local:is-abstract(.)] | sch:rules"
    mode="validator-plain" as="empty-sequence()" priority="2"/>

  <xsl:template match="sch:pattern[@documents]" mode="validator-plain" as="empty-sequence()" priority="3">
    <xsl:message terminate="yes" expand-text="yes">The pattern “{@id}” is about other documents (@documents), which is not supported.</xsl:message>
  </xsl:template>

  <xsl:template match="sch:pattern[@is-a]" mode="validator-plain" as="element(sch:pattern)" priority="1">
    <xsl:variable name="abstract" as="element(sch:pattern)*" select="key('local:pattern', @is-a)[local:is-abstract(.)]"/>
    <xsl:if test="count($abstract) ne 1">
      <xsl:message terminate="yes" expand-text="yes">There is no abstract pattern “{@is-a}”.</xsl:message>
    </xsl:if>
    <xsl:copy>
      <xsl:copy-of select="@* except @is-a"/>
      <xsl:apply-templates select="$abstract/(* except sch:param)" mode="#current">
        <xsl:with-param name="values" tunnel="yes" select="
          map:merge(($abstract, .)/sch:param ! map {string(@name): string(@value)}, map {'duplicates': 'use-last'})"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:extends[@rule]" mode="validator-plain" as="node()*">
    <xsl:param name="within" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="abstract" as="element(sch:rule)*" select="key('local:rule', @rule)[local:is-abstract(.)]"/>
    <xsl:variable name="own" as="element(sch:rule)*" select="$abstract[.. is current()/ancestor::sch:pattern]"/>
    <xsl:if test="empty($abstract) or @rule = $within">
      <xsl:message terminate="yes" expand-text="yes">There is no abstract rule “{@rule}” to extend.</xsl:message>
    </xsl:if>
    <xsl:apply-templates select="($own, $abstract)[1]/*" mode="#current">
      <xsl:with-param name="within" tunnel="yes" select="$within, string(@rule)"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sch:*/@*" mode="validator-plain" as="attribute()">
    <xsl:param name="values" as="map(xs:string, xs:string)" tunnel="yes" select="map {}"/>
    <xsl:attribute name="{name()}" select="local:filled(., $values)"/>
  </xsl:template>

  <!-- A text with the parameters of an abstract pattern in it: $name → its value. Other variables stay. -->
  <xsl:function name="local:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:sequence select="($values(regex-group(1)), .)[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <xsl:function name="local:is-abstract" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="normalize-space($part/@abstract) = ('true', '1') or exists($part[self::sch:rule]/parent::sch:rules)"/>
  </xsl:function>

</xsl:stylesheet>
