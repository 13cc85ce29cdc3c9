<?xml version="1.0" encoding="UTF-8"?>
<!-- The files of the site's pages: one for each language that the edition's pages speak. The file of the first
     language is called by the page's name alone, `map.html`; others say their language, `map.fr.html`. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The languages that the edition's pages speak, the first first, between blanks. -->
  <xsl:param name="languages" as="xs:string" select="$ed:language"/>
  <xsl:variable name="ed:languages" as="xs:string+" select="tokenize($languages)"/>

  <!-- The file of a page in a language; in one that the edition does not speak, that of the first. -->
  <xsl:function name="ed:file" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="$page || tail($ed:languages)[. eq $language] ! ('.' || .) || '.html'"/>
  </xsl:function>

  <!-- The file of a page in the language of this one, as an address. -->
  <xsl:function name="ed:address" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="encode-for-uri(ed:file($page, $ed:language))"/>
  </xsl:function>

  <!-- A page that speaks all languages of the edition: its files. -->
  <xsl:function name="ed:pages" as="element(ed:page)+">
    <xsl:param name="page" as="xs:string"/>
    <xsl:for-each select="$ed:languages">
      <ed:page language="{.}" file="{ed:file($page, .)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Of the files of a page, the one that a reader of this page goes on with: in its language, or else the first. -->
  <xsl:function name="ed:own-page" as="xs:string?">
    <xsl:param name="pages" as="element(ed:page)*"/>
    <xsl:sequence select="($pages[@language eq $ed:language], $pages)[1] ! encode-for-uri(@file)"/>
  </xsl:function>

  <!-- The page that compares two documents, whichever is named first. -->
  <xsl:function name="ed:comparison" as="xs:string">
    <xsl:param name="documents" as="xs:string+"/>
    <xsl:sequence select="string-join(sort($documents), '--')"/>
  </xsl:function>

  <!-- Whether an entry of a register has a page of its own. It has none where its id is no name for a file, or is
       that of another entry's page in another language; links then lead to its place in the list. -->
  <xsl:function name="ed:has-page" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="
      matches($id, '^[\p{L}_][\p{L}\p{M}\p{N}._\-]*$') and string-length(encode-for-uri($id)) le 200
      and not(contains($id, '.') and tokenize($id, '\.')[last()] = $ed:languages)"/>
  </xsl:function>

  <!-- The address of an entry of a register, as seen from the site's first folder. -->
  <xsl:function name="ed:entry-address" as="xs:string">
    <xsl:param name="register" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'registers/' || (
      if (ed:has-page($id)) then encode-for-uri($register) || '/' || ed:address($id)
      else ed:address($register) || '#' || encode-for-uri($id))"/>
  </xsl:function>

</xsl:stylesheet>
