<?xml version="1.0" encoding="UTF-8"?>
<!-- What a list says of a document in a line. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/index/contents-details.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- When a document was written, its languages, and how many sentences it has. -->
  <xsl:function name="ed:facts-details" as="xs:string*">
    <xsl:param name="of" as="element(ed:facts)"/>
    <xsl:variable name="originals" as="xs:string*" select="distinct-values($of/ed:version[@type eq 'original']/@xml:lang)"/>
    <xsl:variable name="languages" as="xs:string*" select="
      if (exists($originals)) then $originals else string($of/@xml:lang)[. ne 'und']"/>
    <xsl:sequence select="
      $of/ed:created[1] ! (ed:date-of(.)[.], string(.))[1],
      string-join($languages ! ed:language-name(.), ', ')[.],
      local:translations($of/ed:version[@type eq 'translation']),
      $of/@sentences[. ne '0'] ! (. || ' ' || ed:label('sentences'))"/>
  </xsl:function>

  <!-- "Translations: French, Romanian". -->
  <xsl:function name="local:translations" as="xs:string?">
    <xsl:param name="versions" as="element(ed:version)*"/>
    <xsl:sequence select="head($versions) ! (ed:label('translation' || 's'[count($versions) gt 1]) || ed:label('colon')
      || string-join($versions ! ed:language-name(@xml:lang), ', '))"/>
  </xsl:function>

  <!-- The languages of its versions, or of the whole. -->
  <xsl:function name="ed:facts-languages" as="xs:string*">
    <xsl:param name="of" as="element(ed:facts)"/>
    <xsl:sequence select="
      distinct-values((if ($of/ed:version) then $of/ed:version else $of)/@xml:lang ! ed:primary(.))[. and . ne 'und']"/>
  </xsl:function>

</xsl:stylesheet>
