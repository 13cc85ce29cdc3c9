<?xml version="1.0" encoding="UTF-8"?>
<!-- What reference managers and search engines read in the head of a page: its address, who, what and when, and the
     files with the same. `citation_*` is what Zotero and scholarly search engines know, `DC.*` is Dublin Core. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/citation-head.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template name="ed:citation-head" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="reference" as="map(xs:string, item()*)" select="ed:reference($header)"/>
    <xsl:for-each select="ed:page-address($header, $reference?path)">
      <link rel="canonical" href="{.}"/>
      <xsl:sequence select="local:meta('citation_public_url', .)"/>
      <xsl:if test="$pdf and ($root ne './' or $volumes eq '1')">
        <xsl:sequence select="local:meta('citation_pdf_url',
          ed:site-address($header) || 'pdf/' || encode-for-uri($reference?key) || '.pdf')"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$reference?address">
      <link rel="cite-as" href="{.}"/>
      <xsl:sequence select="local:meta('DC.identifier', .)"/>
    </xsl:for-each>
    <xsl:for-each select="$reference?licence">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="
      local:meta('citation_title', $reference?title),
      local:meta('citation_inbook_title', $reference?container),
      local:meta('citation_author', $reference?authors?name),
      local:meta('citation_editor', $reference?editors?name),
      local:meta('citation_publisher', $reference?publisher),
      local:meta('citation_publication_date', $reference?date ! translate(., '-', '/')),
      local:meta('citation_language', $reference?language[.])"/>
    <xsl:call-template name="local:dublin-core">
      <xsl:with-param name="header" select="$header"/>
      <xsl:with-param name="reference" select="$reference"/>
    </xsl:call-template>
    <xsl:call-template name="local:files">
      <xsl:with-param name="path" select="$root || replace($reference?path, '\.html$', '')"/>
      <xsl:with-param name="reference" select="$reference"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local:dublin-core" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:for-each select="$header/fileDesc/titleStmt/title[normalize-space()]">
      <meta name="DC.title" content="{ed:text(.)}">
        <xsl:sequence select="ed:lang(.)"/>
      </meta>
    </xsl:for-each>
    <xsl:sequence select="
      local:meta('DC.creator', $reference?authors?name),
      local:meta('DC.contributor', $reference?editors?name),
      local:meta('DC.publisher', $reference?publisher),
      local:meta('DC.date', $reference?date),
      local:meta('DC.language', distinct-values($header/.. ! ed:plain-texts(.) ! ed:plain-language(.))),
      local:meta('DC.relation', $reference?container),
      local:meta('DC.rights', head(ed:in-language($header/fileDesc/publicationStmt/availability/p)) ! ed:text(.)),
      local:meta('DC.rights', $reference?licence),
      local:meta('DC.type', 'Text')"/>
  </xsl:template>

  <!-- The reference in other forms, and the document itself as TEI. -->
  <xsl:template name="local:files" as="element(h:link)+">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <link rel="describedby" type="application/ld+json" href="{$path}.jsonld"/>
    <xsl:for-each select="ed:reference-forms($reference)">
      <link rel="describedby" type="{?type}" href="{$path}{?ending}"/>
    </xsl:for-each>
    <link rel="alternate" type="application/tei+xml" href="{$root}tei/{encode-for-uri($reference?key)}.xml"/>
  </xsl:template>

  <xsl:function name="local:meta" as="element(h:meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[normalize-space()]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
