<?xml version="1.0" encoding="UTF-8"?>
<!-- The versions of a document that there is a plain text of, and what its file is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/plain-versions.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Of a document, its versions; of the edition's header and of registers, nothing. -->
  <xsl:function name="ed:plain-texts" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei[text][not(@xml:id eq 'edition')] ! ed:plain-versions(.)"/>
  </xsl:function>

  <!-- The first division of each version: of the original and of each translation; or the text, where it has no versions. -->
  <xsl:function name="ed:plain-versions" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="divisions" as="element(div)*" select="local:divisions($tei)"/>
    <xsl:sequence select="if ($divisions) then $divisions[. is ed:plain-parts(.)[1]] else $tei/text"/>
  </xsl:function>

  <!-- All divisions of the version that one of them belongs to: of the same kind in the same language. -->
  <xsl:function name="ed:plain-parts" as="element()*">
    <xsl:param name="first" as="element()"/>
    <xsl:sequence select="
      if ($first/self::text) then $first
      else local:divisions($first/ancestor::TEI[last()])[@type eq $first/@type][ed:plain-language(.) eq ed:plain-language($first)]"/>
  </xsl:function>

  <!-- The file of a version: `data/texts/letter.fr.txt`; a translation into the original's own language says what it is. -->
  <xsl:function name="ed:plain-path" as="xs:string">
    <xsl:param name="version" as="element()"/>
    <xsl:variable name="tei" as="element(TEI)" select="$version/ancestor::TEI[last()]"/>
    <xsl:variable name="language" as="xs:string" select="ed:plain-language($version)"/>
    <xsl:variable name="alike" as="element()*" select="ed:plain-versions($tei)[ed:plain-language(.) eq $language]"/>
    <xsl:sequence select="
      'data/texts/' || string-join(($tei/@xml:id, $language, $version/@type[count($alike) gt 1], 'txt'), '.')"/>
  </xsl:function>

  <xsl:function name="ed:plain-language" as="xs:string">
    <xsl:param name="version" as="element()"/>
    <xsl:sequence select="replace(($version/ancestor-or-self::*[@xml:lang][1]/@xml:lang[. ne ''], 'und')[1], '[^A-Za-z0-9-]', '-')"/>
  </xsl:function>

  <!-- What holds versions that are linked sentence by sentence. Needs units.xsl. -->
  <xsl:function name="ed:linked" as="element()*">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:sequence select="$tei/text//*[div/@type = 'translation'][ed:aligned(.)]"/>
  </xsl:function>

  <xsl:function name="local:divisions" as="element(div)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/text//div[@type = ('original', 'translation')]
      [not(ancestor::div/@type = ('original', 'translation'))]"/>
  </xsl:function>

</xsl:stylesheet>
