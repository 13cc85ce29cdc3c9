<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document and a volume both have: headings of ours, and what the file says of itself. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/parts.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- A heading of ours. -->
  <xsl:function name="ed:heading" as="element(Q{}heading)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="level" as="xs:integer"/>
    <heading id="{$id}" level="{$level}" short="{$words}" lang="{$ed:language}">{$words}</heading>
  </xsl:function>

  <!-- What the file says of itself. -->
  <xsl:function name="ed:meta" as="element(Q{}meta)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader"/>
    <xsl:variable name="by" as="element()*" select="$header/fileDesc/titleStmt/(author, editor, respStmt/(* except resp))"/>
    <meta name="title">{ed:print-title($tei)}</meta>
    <xsl:for-each select="distinct-values(ed:in-language($by) ! ed:text(.))[.]">
      <meta name="author">{.}</meta>
    </xsl:for-each>
    <xsl:for-each select="distinct-values(ed:in-language($header/profileDesc/textClass/keywords//term) ! ed:text(.))[.]">
      <meta name="keyword">{.}</meta>
    </xsl:for-each>
    <xsl:for-each select="ed:in-language($header/profileDesc/abstract)[normalize-space()][1]">
      <meta name="description">{ed:first-words(ed:text(.), 60)}</meta>
    </xsl:for-each>
    <xsl:for-each select="$header/profileDesc/creation/(origDate | date)[1][ed:date-of(.)]">
      <meta name="created">
        <xsl:sequence select="ed:normal-date(.)"/>
      </meta>
    </xsl:for-each>
  </xsl:function>

  <!-- What a document is called, in the language of the page. -->
  <xsl:function name="ed:print-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="
      string((ed:in-language($tei/teiHeader/fileDesc/titleStmt/title)[1] ! ed:text(.)[.], $tei/@xml:id)[1])"/>
  </xsl:function>

</xsl:stylesheet>
