<?xml version="1.0" encoding="UTF-8"?>
<!-- The links between the versions of a document as TMX 1.4b (translation memory exchange) and as a table. A unit has the
     sentences that belong together in each version, m:n; the text is the reading text, corrected and without notes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:local="xslt/data/links.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The two files, where a document has versions that are linked. -->
  <xsl:template name="ed:link-files" as="element(ed:file)*">
    <xsl:variable name="holder" as="element()?" select="(TEI/text//*[ed:aligned(.)])[1]"/>
    <xsl:variable name="versions" as="element(div)*" select="$holder ! ed:aligned(.)"/>
    <xsl:if test="$versions">
      <xsl:variable name="units" as="array(element(s)*)*" select="ed:units($versions)"/>
      <xsl:variable name="tmx" as="element()" select="local:tmx($versions, $units)"/>
      <ed:file path="data/links/{TEI/@xml:id}.tmx">
        <xsl:value-of select="serialize($tmx, map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': false() })"/>
      </ed:file>
      <ed:file path="data/links/{TEI/@xml:id}.tsv">
        <xsl:value-of select="local:tsv($versions, $units)" separator=""/>
      </ed:file>
    </xsl:if>
  </xsl:template>

  <!-- A memory: a unit for each row in which two versions at least have something. -->
  <xsl:function name="local:tmx" as="element()">
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:param name="units" as="array(element(s)*)*"/>
    <tmx version="1.4">
      <header creationtool="edition" creationtoolversion="1" segtype="sentence" o-tmf="TEI" adminlang="en"
        srclang="{ed:plain-language($versions[1])}" datatype="plaintext">
        <prop type="document">
          <xsl:value-of select="root($versions[1])/TEI/@xml:id"/>
        </prop>
      </header>
      <body>
        <xsl:for-each select="$units[count(array:flatten(array:for-each(., head#1))) gt 1]">
          <xsl:sequence select="local:unit(., $versions)"/>
        </xsl:for-each>
      </body>
    </tmx>
  </xsl:function>

  <xsl:function name="local:unit" as="element()">
    <xsl:param name="unit" as="array(element(s)*)"/>
    <xsl:param name="versions" as="element(div)+"/>
    <tu tuid="{array:flatten($unit)[1]/@xml:id}">
      <xsl:for-each select="local:certainty($unit)">
        <prop type="certainty">
          <xsl:value-of select="."/>
        </prop>
      </xsl:for-each>
      <xsl:for-each select="1 to count($versions)">
        <xsl:variable name="sentences" as="element(s)*" select="$unit(.)"/>
        <xsl:if test="$sentences">
          <tuv xml:lang="{ed:plain-language($versions[current()])}">
            <prop type="sentences">
              <xsl:value-of select="$sentences/@xml:id"/>
            </prop>
            <seg>
              <xsl:value-of select="$sentences ! ed:text(.)"/>
            </seg>
          </tuv>
        </xsl:if>
      </xsl:for-each>
    </tu>
  </xsl:function>

  <!-- A line for each row, ids and text of each version; the first line names the columns. -->
  <xsl:function name="local:tsv" as="xs:string+">
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:param name="units" as="array(element(s)*)*"/>
    <xsl:variable name="names" as="xs:string+"
      select="for $version in $versions return ed:plain-language($version)"/>
    <xsl:sequence select="string-join(('certainty', $names ! (. || '.ids', .)), '&#9;') || '&#10;'"/>
    <xsl:for-each select="$units">
      <xsl:variable name="unit" as="array(element(s)*)" select="."/>
      <xsl:variable name="cells" as="xs:string+" select="
        (local:certainty($unit), '')[1],
        for $number in 1 to count($versions)
        return (string-join($unit($number)/@xml:id, ' '), string-join($unit($number) ! ed:text(.), ' '))"/>
      <xsl:sequence select="string-join($cells, '&#9;') || '&#10;'"/>
    </xsl:for-each>
  </xsl:function>

  <!-- How sure the links of a unit are, where that is said: the least of what is said. -->
  <xsl:function name="local:certainty" as="xs:string?">
    <xsl:param name="unit" as="array(element(s)*)"/>
    <xsl:variable name="sentences" as="element(s)+" select="array:flatten($unit)"/>
    <xsl:variable name="said" as="xs:string*" select="
      root($sentences[1])/TEI/standOff/linkGrp[@type eq 'translation']/link[tokenize(@target) = $sentences ! ('#' || @xml:id)]/@cert"/>
    <xsl:sequence select="('low', 'medium', 'high')[. = $said][1]"/>
  </xsl:function>

</xsl:stylesheet>
