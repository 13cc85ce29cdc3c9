<?xml version="1.0" encoding="UTF-8"?>
<!-- A version of a document as plain text: the reading text, corrected and without the editors' notes. Paragraphs have an
     empty line between them, verses, items and rows have a line each,
     cells a bar between them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/data/plain.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What divides paragraphs and lines until the text is put together. -->
  <xsl:variable name="local:paragraph" as="xs:string" select="'&#x2029;'"/>
  <xsl:variable name="local:line" as="xs:string" select="'&#x2028;'"/>

  <xsl:function name="ed:plain-text" as="xs:string">
    <xsl:param name="version" as="element()"/>
    <xsl:variable name="text" as="item()*">
      <xsl:apply-templates select="ed:plain-parts($version)" mode="ed:reading">
        <xsl:with-param name="ed:blocks" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="paragraphs" as="xs:string*" select="
      for $paragraph in tokenize(string-join($text), $local:paragraph)
      return string-join(tokenize($paragraph, $local:line) ! normalize-space()[.], '&#10;')[.]"/>
    <xsl:sequence select="string-join($paragraphs, '&#10;&#10;') || '&#10;'"/>
  </xsl:function>

  <xsl:template mode="ed:reading" priority="2" as="item()*"
    match="p | ab | head | div | lg | list | table | figure | opener | closer | salute | signed | dateline | byline | trailer
      | postscript | epigraph | argument | sp | speaker | front | body | back | floatingText | address[ancestor::text]">
    <xsl:param name="ed:blocks" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:sequence select="$local:paragraph[$ed:blocks]"/>
    <xsl:next-match/>
    <xsl:sequence select="$local:paragraph[$ed:blocks]"/>
  </xsl:template>

  <xsl:template match="l | item | row | label[parent::list] | addrLine | stage | figDesc" mode="ed:reading" priority="2" as="item()*">
    <xsl:param name="ed:blocks" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:sequence select="$local:line[$ed:blocks]"/>
    <xsl:next-match/>
    <xsl:sequence select="$local:line[$ed:blocks]"/>
  </xsl:template>

  <xsl:template match="cell" mode="ed:reading" priority="2" as="item()*">
    <xsl:param name="ed:blocks" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:next-match/>
    <xsl:sequence select="' | '[$ed:blocks][current()/following-sibling::cell]"/>
  </xsl:template>

  <!-- A note of the source is a part of its text. -->
  <xsl:template match="note[@type eq 'source']" mode="ed:reading" priority="2" as="item()*">
    <xsl:param name="ed:blocks" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="$ed:blocks">
      <xsl:text> [</xsl:text>
      <xsl:apply-templates mode="ed:reading"/>
      <xsl:text>] </xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
