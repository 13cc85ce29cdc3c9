<?xml version="1.0" encoding="UTF-8"?>
<!-- What the encoding says of a passage's state, in the words of the page: why it is missing, who wrote it, how much it is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/lib/transcription.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What was done to a passage, why and by whom: "added on the page, above, hand: the librarian". -->
  <xsl:function name="ed:state" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="
      string-join((local:what($passage), ed:size($passage), ($passage/@reason, $passage/@agent) ! ed:label(.),
        $passage/@place ! string-join(tokenize(.) ! ed:label(.), ', '), ed:hand-of($passage)), ', ')"/>
  </xsl:function>

  <!-- The name of the kind of thing: the element's, unless its type says it better. -->
  <xsl:function name="local:what" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="type" as="xs:string?" select="$passage/self::fw/@type[ed:has-label(.)]"/>
    <xsl:sequence select="ed:label(if ($passage/self::note) then 'own-note' else ($type, local-name($passage))[1])"/>
  </xsl:function>

  <!-- How much is missing or empty: in words, or a number and its unit. -->
  <xsl:function name="ed:size" as="xs:string?">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="key" as="xs:string" select="'unit-' || $passage/@unit"/>
    <xsl:variable name="unit" as="xs:string?" select="if (ed:has-label($key)) then ed:label($key) else $passage/@unit"/>
    <xsl:sequence select="($passage/@extent/string(), string-join(($passage/@quantity, $unit), ' ')[.])[1]"/>
  </xsl:function>

  <!-- Whose hand it is: what the header says of the hand that @hand or @new points to. -->
  <xsl:function name="ed:hand-of" as="xs:string?">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="hand" as="element()?" select="ed:target(($passage/@hand, $passage/@new)[1], $passage)"/>
    <xsl:sequence select="$hand ! (ed:label('hand') || ed:label('colon') || replace(ed:text(.), '\.$', ''))"/>
  </xsl:function>

  <!-- The letters of the witnesses of a reading. -->
  <xsl:function name="ed:sigla" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
      string-join(tokenize($reading/@wit) ! (ed:target(., $reading) ! ed:siglum(.), replace(., '^.*#', ''))[1], ' ')"/>
  </xsl:function>

  <xsl:function name="ed:siglum" as="xs:string">
    <xsl:param name="witness" as="element()"/>
    <xsl:sequence select="string(($witness/@n, $witness/@xml:id)[1])"/>
  </xsl:function>

  <!-- The picture that shows a page or a passage: the file or address of the first that @facs leads to. -->
  <xsl:function name="ed:picture-of" as="xs:string?">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="first" as="xs:string?" select="head(tokenize($passage/@facs))"/>
    <xsl:variable name="shown" as="element()?" select="ed:target($first, $passage)"/>
    <xsl:sequence select="
      string((($shown/self::graphic, $shown/graphic, $shown/parent::surface/graphic)[1]/@url,
        $first[not(starts-with(., '#'))])[1])[.]"/>
  </xsl:function>

  <!-- What a category is called in the language of the page; nothing for what is none. -->
  <xsl:function name="ed:category-name" as="xs:string?">
    <xsl:param name="category" as="element()"/>
    <xsl:sequence select="head($category/self::category/(ed:in-language(catDesc), ed:in-language(gloss))) ! ed:text(.)"/>
  </xsl:function>

</xsl:stylesheet>
