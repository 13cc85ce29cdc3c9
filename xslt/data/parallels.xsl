<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared alignments → the links between documents as a table, alignments.tsv. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/data/parallels.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <!-- ed:all: the ed:facts of the documents that links join. -->
  <xsl:param name="facts" as="document-node()" required="yes"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/parallels.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="local:unit" match="ed:unit" use="../@doc, @id" composite="yes"/>
  <xsl:key name="local:note" match="standOff/note" use="tokenize(@target)"/>

  <!-- table: the alignments → a line for each link. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="text()+">
    <xsl:value-of select="string-join(('link', 'relation', 'certainty', 'document', 'ids', 'text', 'document_2', 'ids_2',
      'text_2', 'note'), '&#9;') || '&#10;'"/>
    <xsl:for-each select="ed:parallel-links(TEI)">
      <xsl:variable name="link" as="element(link)" select="."/>
      <xsl:for-each select="ed:pairs-of(.)">
        <xsl:value-of select="local:line($link, tokenize(., '/')) || '&#10;'"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The cells of a link between two documents; sentences are in the order in which the link names them. -->
  <xsl:function name="local:line" as="xs:string">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="documents" as="xs:string+"/>
    <xsl:variable name="notes" as="element(note)*"
      select="ed:in-language($link/@xml:id ! key('local:note', '#' || ., root($link)))"/>
    <xsl:variable name="ends" as="xs:string+" select="
      for $document in $documents return
        ($document, string-join(ed:named-in($link, $document), ' '),
          string-join(ed:named-in($link, $document) ! key('local:unit', ($document, .), $facts) ! normalize-space(), ' '))"/>
    <xsl:sequence select="
      string-join((string($link/@xml:id), string(ed:relation($link)/@xml:id) => replace('^.*\.', ''), string($link/@cert), $ends,
        string-join($notes ! ed:text(node()), ' ')), '&#9;')"/>
  </xsl:function>

</xsl:stylesheet>
