<?xml version="1.0" encoding="UTF-8"?>
<!-- The links between the versions of a document as TMX 1.4b (translation memory exchange) and as a table. A unit has the
     sentences that belong together in each version, m:n; the text is the reading text, corrected and without notes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:local="xslt/data/links.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="local:sure" match="standOff/linkGrp[@type eq 'translation']/link[@cert]" use="tokenize(@target)"/>

  <!-- The two files, where a document has versions that are linked. -->
  <xsl:template name="ed:link-files" as="element(ed:file)*">
    <xsl:variable name="holders" as="element()*" select="ed:linked(TEI)"/>
    <xsl:if test="$holders">
      <ed:file path="data/links/{TEI/@xml:id}.tmx">
        <xsl:value-of select="serialize(local:tmx($holders), map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': false() })"/>
      </ed:file>
      <ed:file path="data/links/{TEI/@xml:id}.tsv">
        <xsl:value-of select="local:tsv($holders)" separator=""/>
      </ed:file>
    </xsl:if>
  </xsl:template>

  <!-- A memory: a unit for each row in which two versions at least have something. -->
  <xsl:function name="local:tmx" as="element()">
    <xsl:param name="holders" as="element()+"/>
    <tmx version="1.4">
      <header creationtool="edition" creationtoolversion="1" segtype="sentence" o-tmf="TEI" adminlang="en"
        srclang="{ed:plain-language(ed:aligned($holders[1])[1])}" datatype="plaintext">
        <prop type="document">
          <xsl:value-of select="root($holders[1])/TEI/@xml:id"/>
        </prop>
      </header>
      <body>
        <xsl:for-each select="$holders">
          <xsl:variable name="versions" as="element(div)+" select="ed:aligned(.)"/>
          <xsl:for-each select="ed:units($versions)[count(array:flatten(array:for-each(., head#1))) gt 1]">
            <xsl:sequence select="local:unit(., $versions)"/>
          </xsl:for-each>
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
    <xsl:param name="holders" as="element()+"/>
    <xsl:variable name="columns" as="xs:string+" select="distinct-values($holders ! ed:aligned(.) ! local:column(.))"/>
    <xsl:sequence select="string-join(('certainty', $columns ! (. || '.ids', .)), '&#9;') || '&#10;'"/>
    <xsl:for-each select="$holders">
      <xsl:variable name="own" as="xs:string+" select="ed:aligned(.) ! local:column(.)"/>
      <xsl:for-each select="ed:units(ed:aligned(.))">
        <xsl:variable name="unit" as="array(element(s)*)" select="."/>
        <xsl:variable name="cells" as="xs:string+" select="
          (local:certainty($unit), '')[1],
          for $column in $columns, $sentences in [index-of($own, $column) ! $unit(.)]
          return (string-join($sentences?*/@xml:id, ' '), string-join($sentences?* ! ed:text(.), ' '))"/>
        <xsl:sequence select="string-join($cells, '&#9;') || '&#10;'"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of a version's column: its language, and what it is where another version has the same. -->
  <xsl:function name="local:column" as="xs:string">
    <xsl:param name="version" as="element(div)"/>
    <xsl:variable name="alike" as="element(div)*"
      select="$version/../div[@type = ('original', 'translation')][ed:plain-language(.) eq ed:plain-language($version)]"/>
    <xsl:sequence select="string-join((ed:plain-language($version), $version/@type[count($alike) gt 1]), '.')"/>
  </xsl:function>

  <!-- How sure the links of a unit are, where that is said: the least of what is said. -->
  <xsl:function name="local:certainty" as="xs:string?">
    <xsl:param name="unit" as="array(element(s)*)"/>
    <xsl:variable name="sentences" as="element(s)+" select="array:flatten($unit)"/>
    <xsl:variable name="said" as="xs:string*" select="
      $sentences ! key('local:sure', '#' || @xml:id, root(.))/@cert"/>
    <xsl:sequence select="('low', 'medium', 'high')[. = $said][1]"/>
  </xsl:function>

</xsl:stylesheet>
