<?xml version="1.0" encoding="UTF-8"?>
<!-- Links between documents, in a prepared document that they touch or in the prepared alignments themselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The links between documents. -->
  <xsl:function name="ed:parallel-links" as="element(link)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/standOff[not(@type eq 'carried')]/linkGrp[@type eq 'parallel']/link"/>
  </xsl:function>

  <!-- The document that a pointer leads into, by its file's stem; nothing for what is no other document. -->
  <xsl:function name="ed:document-of" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
      $pointer[matches(., '^documents/[^#]*\.xml#.')] ! ed:unescaped(replace(., '^([^#]*/)?([^/#]+)\.xml#.*$', '$2'))"/>
  </xsl:function>

  <!-- The pairs of documents that a link joins, each as its two stems: `one/two`. -->
  <xsl:function name="ed:pairs-of" as="xs:string*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:variable name="documents" as="xs:string*"
      select="sort(distinct-values(tokenize($link/@target) ! ed:document-of(.)))"/>
    <xsl:sequence select="
      for $one in 1 to count($documents), $two in $one + 1 to count($documents)
      return $documents[$one] || '/' || $documents[$two]"/>
  </xsl:function>

  <!-- How the statements that a link joins relate: a category of the edition. -->
  <xsl:function name="ed:relation" as="element(category)?">
    <xsl:param name="link" as="element(link)"/>
    <xsl:sequence select="head(tokenize($link/@ana) ! ed:target(., $link)/self::category)"/>
  </xsl:function>

  <!-- What a link names in a document of this stem. -->
  <xsl:function name="ed:named-in" as="xs:string*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="document" as="xs:string"/>
    <xsl:sequence select="tokenize($link/@target)[ed:document-of(.) eq $document] ! substring-after(., '#')"/>
  </xsl:function>

  <!-- The number of a sentence, which is in its id. -->
  <xsl:function name="ed:number-in" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="replace($id, '^.*?([0-9]+)$', '$1')"/>
  </xsl:function>

</xsl:stylesheet>
