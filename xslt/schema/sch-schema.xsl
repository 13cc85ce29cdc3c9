<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules of the ODD, gathered into one ISO Schematron schema: a pattern for each rule, in the order of the codes. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes"
  exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"
    suppress-indentation="sch:assert sch:report sch:title" xmlns:sch="http://purl.oclc.org/dsdl/schematron"/>

  <!-- ODD → Schematron. Starts at the document node of an ODD. -->
  <xsl:mode name="sch" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Rules and their messages, copied as they stand but for what the indentation of the ODD leaves. -->
  <xsl:mode name="sch-rule" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="document-node()" mode="sch" as="item()+">
    <xsl:call-template name="ed:stop-at-problems" xmlns:ed="urn:tei-edition"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:comment> Made from edition.odd by xslt/schema/sch.xsl. Do not edit: change the ODD and run "edition schema".
     SHA-256 of the ODD: {$fingerprint} </xsl:comment>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select=".//schemaSpec" mode="sch"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="sch" as="element(sch:schema)">
    <sch:schema queryBinding="xslt3">
      <sch:title>{normalize-space(root()/TEI/teiHeader/fileDesc/titleStmt/title[1])}</sch:title>
      <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      <xsl:apply-templates select=".//constraintSpec/constraint/xsl:key" mode="sch-rule"/>
      <xsl:apply-templates select=".//constraintSpec[@scheme = 'schematron']" mode="sch">
        <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:apply-templates>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="sch" as="element(sch:pattern)">
    <sch:pattern id="{@ident}">
      <xsl:apply-templates select="constraint/sch:rule" mode="sch-rule"/>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="sch:* | xsl:key" mode="sch-rule" as="element()">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()" mode="sch-rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()[not(normalize-space())][not(ancestor::sch:assert or ancestor::sch:report)] | comment()"
    mode="sch-rule" as="empty-sequence()"/>

</xsl:stylesheet>
