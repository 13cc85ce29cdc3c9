<?xml version="1.0" encoding="UTF-8"?>
<!-- The print of a document as a chapter of the volume: its title, its parts one level lower. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/bind.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- ed:bind: a document’s print → a chapter; also sets apart chapters of the introduction. Starts at print or section. -->
  <xsl:mode name="ed:bind" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="print" mode="ed:bind" as="element(Q{}section)" xpath-default-namespace="">
    <section page="new">
      <xsl:variable name="title" as="xs:string" select="meta[@name eq 'title']"/>
      <heading id="{@id}" level="1" short="{$title}">{$title}</heading>
      <xsl:for-each select="titlepage/title[position() gt 1]">
        <p kind="first">
          <xsl:copy-of select="@lang"/>
          <em>
            <xsl:copy-of select="node()"/>
          </em>
        </p>
      </xsl:for-each>
      <xsl:apply-templates select="section[@kind = ('abstract', 'text', 'about')]" mode="ed:bind"/>
    </section>
  </xsl:template>

  <xsl:template match="print/section/@page" mode="ed:bind" as="empty-sequence()" xpath-default-namespace="">
    <xsl:sequence select="()"/>
  </xsl:template>

  <xsl:template match="print//heading/@level" mode="ed:bind" as="attribute(level)" xpath-default-namespace="">
    <xsl:attribute name="level" select="xs:integer(.) + 1"/>
  </xsl:template>

  <!-- A chapter of the introduction says its language where running heads and contents name it. -->
  <xsl:template match="heading[not(ancestor::print)]/@short" mode="ed:bind" as="attribute(short)" xpath-default-namespace="">
    <xsl:variable name="language" as="attribute(lang)?" select="../parent::section[@page eq 'new']/@lang"/>
    <xsl:attribute name="short" select=". || $language ! (' (' || ed:language-name(., .) || ')')"/>
  </xsl:template>

</xsl:stylesheet>
