<?xml version="1.0" encoding="UTF-8"?>
<!-- Versions side by side: a row for each unit of the alignment (../lib/units.xsl), a cell for each version, and at the foot
     the row's notes, each under its column. Every version is printed as if it stood alone and then cut at its sentences. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/columns.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The first of the versions brings all the columns. -->
  <xsl:template match="div[@type = ('original', 'translation')][local:columns(..)]" mode="ed:print"
    as="element()?" priority="3">
    <xsl:variable name="versions" as="element(div)+" select="local:columns(..)"/>
    <xsl:choose>
      <xsl:when test=". is ($versions/.)[1]">
        <parallel columns="{count($versions)}">
          <xsl:for-each select="$versions">
            <title lang="{$ed:language}">{ed:version-name(.)}</title>
          </xsl:for-each>
          <xsl:sequence select="local:rows($versions)"/>
        </parallel>
      </xsl:when>
      <xsl:when test="not(. intersect $versions)">
        <xsl:next-match/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The versions that stand side by side: those that links join, where they are two or three. -->
  <xsl:function name="local:columns" as="element(div)*">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="aligned" as="element(div)*" select="ed:aligned($holder)"/>
    <xsl:sequence select="$aligned[count($aligned) = (2, 3)]"/>
  </xsl:function>

  <xsl:function name="local:rows" as="element(Q{}unit)*">
    <xsl:param name="versions" as="element(div)+"/>
    <xsl:variable name="printed" as="document-node()+" select="$versions ! local:printed(.)"/>
    <xsl:for-each select="ed:units($versions)">
      <xsl:variable name="unit" as="array(element(s)*)" select="."/>
      <xsl:variable name="row" as="element(Q{}unit)">
        <unit>
          <xsl:for-each select="$versions">
            <xsl:variable name="place" as="xs:integer" select="position()"/>
            <version>
              <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
              <xsl:sequence select="ed:cut($printed[$place], $unit($place) ! (ancestor::TEI/@xml:id || '.' || @xml:id))"/>
              <xsl:if test="empty($unit($place))">
                <xsl:sequence select="local:absent(., $unit?*)"/>
              </xsl:if>
            </version>
          </xsl:for-each>
        </unit>
      </xsl:variable>
      <xsl:apply-templates select="$row" mode="local:row"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A version as it is printed where it stands alone. -->
  <xsl:function name="local:printed" as="document-node()">
    <xsl:param name="version" as="element(div)"/>
    <xsl:document>
      <xsl:apply-templates select="$version/(* | text()[normalize-space()])" mode="ed:print">
        <xsl:with-param name="level" tunnel="yes" select="2"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:function>

  <!-- Where a version has nothing, a dash and the reason. -->
  <xsl:function name="local:absent" as="element(Q{}absent)">
    <xsl:param name="version" as="element(div)"/>
    <xsl:param name="sentences" as="element(s)+"/>
    <absent>
      <xsl:for-each select="ed:no-counterpart($sentences, $version)">
        <xsl:apply-templates select="." mode="ed:own-language"/>
      </xsl:for-each>
    </absent>
  </xsl:function>

  <!-- local:row: a row with its notes in its text → one with its notes at its foot. A sentence knows its column and
       begins a line. Starts at a unit. -->
  <xsl:mode name="local:row" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="unit" mode="local:row" as="element(Q{}unit)" xpath-default-namespace="">
    <unit>
      <xsl:if test="not(version/*/@continues)">
        <xsl:attribute name="begins" select="'yes'"/>
      </xsl:if>
      <xsl:apply-templates select="version" mode="local:row"/>
      <xsl:where-populated>
        <foot>
          <xsl:apply-templates select="version[..//note]" mode="local:foot"/>
        </foot>
      </xsl:where-populated>
    </unit>
  </xsl:template>

  <xsl:template match="s[@n]/@next" mode="local:row" as="attribute(column)" xpath-default-namespace="">
    <xsl:attribute name="column" select="count(ancestor::version/preceding-sibling::version)"/>
  </xsl:template>

  <xsl:template match="s[@n][preceding-sibling::s[@n]]" mode="local:row" as="element()+" xpath-default-namespace="">
    <br/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="note" mode="local:row" as="element(Q{}call)" xpath-default-namespace="">
    <call to="{local:name(.)}" mark="{@mark}"/>
  </xsl:template>

  <!-- local:foot: a version's part of a row → the notes that it calls. Starts at a version. -->
  <xsl:mode name="local:foot" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="version" mode="local:foot" as="element(Q{}version)" xpath-default-namespace="">
    <version>
      <xsl:copy-of select="@lang"/>
      <xsl:apply-templates select=".//note" mode="local:foot"/>
    </version>
  </xsl:template>

  <xsl:template match="note" mode="local:foot" as="element(Q{}note)" xpath-default-namespace="">
    <note id="{local:name(.)}">
      <xsl:apply-templates select="@* except @id, node()" mode="local:foot"/>
    </note>
  </xsl:template>

  <!-- What a note is called: its id, or its mark and the id of what it stands in. -->
  <xsl:function name="local:name" as="xs:string">
    <xsl:param name="note" as="element(Q{}note)"/>
    <xsl:sequence select="string(($note/@id, string-join($note/(ancestor::*[@id][1]/@id, @mark), '.'))[1])"/>
  </xsl:function>

</xsl:stylesheet>
