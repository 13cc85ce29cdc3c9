<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 10: bring in what the document shares with the edition and the register entries that it names. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- gather: the whole document. Starts at the document node. -->
  <xsl:mode name="gather" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <!-- carry: an element of another file on its way into this one; ids become `stem.id`.
       Starts at entries and at parts of the edition's header. -->
  <xsl:mode name="carry" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- The edition's own header, if there is an edition.xml. -->
  <xsl:variable name="ed:header" as="element(teiHeader)?" select="$slice/ed:slice/ed:file/teiHeader"/>

  <xsl:template match="/" mode="gather" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="TEI" mode="gather"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="/TEI" mode="gather" as="element(TEI)">
    <xsl:copy>
      <xsl:attribute name="xml:id" select="$stem"/>
      <xsl:apply-templates select="@* except @xml:id, teiHeader" mode="gather"/>
      <xsl:call-template name="ed:entries"/>
      <xsl:call-template name="ed:parallels"/>
      <xsl:apply-templates select="* except teiHeader" mode="gather"/>
    </xsl:copy>
  </xsl:template>

  <!-- The edition's version stands in each document that has no version of its own. -->
  <xsl:template match="/TEI/teiHeader/fileDesc/titleStmt" mode="gather" as="element()+">
    <xsl:next-match/>
    <xsl:if test="not(../editionStmt)">
      <xsl:apply-templates select="$ed:header/fileDesc/editionStmt" mode="carry"/>
    </xsl:if>
  </xsl:template>

  <!-- The edition is the series that the document belongs to; where it is published, if it says so. -->
  <xsl:template match="/TEI/teiHeader/fileDesc/publicationStmt" mode="gather" as="element()+">
    <xsl:next-match/>
    <xsl:where-populated>
      <seriesStmt>
        <xsl:apply-templates mode="carry"
          select="$ed:header/fileDesc/titleStmt/(title | editor | respStmt)"/>
        <xsl:for-each select="$ed:header/fileDesc/publicationStmt/idno[@type = ('url', 'URI')]">
          <idno type="{@type}" source="edition.xml">
            <xsl:value-of select="normalize-space()"/>
          </idno>
        </xsl:for-each>
      </seriesStmt>
    </xsl:where-populated>
  </xsl:template>

  <!-- The taxonomies that `ana` points into. -->
  <xsl:template match="/TEI/teiHeader/encodingDesc" mode="gather" as="element(encodingDesc)">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" mode="gather"/>
      <xsl:apply-templates select="$ed:header/encodingDesc/classDecl" mode="carry"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/TEI/teiHeader[not(encodingDesc)]/fileDesc" mode="gather" as="element()+">
    <xsl:next-match/>
    <xsl:where-populated>
      <encodingDesc>
        <xsl:apply-templates select="$ed:header/encodingDesc/classDecl" mode="carry"/>
      </encodingDesc>
    </xsl:where-populated>
  </xsl:template>

  <!-- The slice's own namespace stays behind. -->
  <xsl:template match="*" mode="carry" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@* | node()" mode="carry"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@xml:id" mode="carry" as="attribute(xml:id)">
    <xsl:param name="path" as="xs:string" tunnel="yes" select="'edition.xml'"/>
    <xsl:attribute name="xml:id" select="ed:stem($path) || '.' || ."/>
  </xsl:template>

  <!-- Pointers of another file are resolved while it is known in which file they stand. -->
  <xsl:template match="@*" mode="carry" as="attribute()">
    <xsl:param name="path" as="xs:string" tunnel="yes" select="'edition.xml'"/>
    <xsl:sequence select="ed:resolved(., $path)"/>
  </xsl:template>

  <!-- One standOff of its own type, with a list for each register and kind of entry; its `source` is the register. -->
  <xsl:template name="ed:entries" as="element(standOff)?">
    <xsl:where-populated>
      <standOff type="carried">
        <xsl:for-each-group select="$slice/ed:slice/ed:file/(* except (ed:target, teiHeader))"
          group-by="../@path, ed:list-for(.)" composite="yes">
          <xsl:element name="{ed:list-for(.)}">
            <xsl:attribute name="source" select="../@path"/>
            <xsl:apply-templates select="current-group()" mode="carry">
              <xsl:with-param name="path" tunnel="yes" select="string(../@path)"/>
            </xsl:apply-templates>
          </xsl:element>
        </xsl:for-each-group>
      </standOff>
    </xsl:where-populated>
  </xsl:template>

  <!-- Another standOff for the links to other documents: after the titles of the alignments and of these documents,
       and the sentences there that they lead to; before what is said of them. -->
  <xsl:template name="ed:parallels" as="element(standOff)?">
    <xsl:for-each select="$slice/ed:slice/ed:alignments">
      <standOff type="parallels">
        <listBibl>
          <xsl:for-each select="., ed:document">
            <bibl source="{@path}">
              <xsl:apply-templates select="title, s" mode="carry">
                <xsl:with-param name="path" tunnel="yes" select="string(@path)"/>
              </xsl:apply-templates>
            </bibl>
          </xsl:for-each>
        </listBibl>
        <linkGrp type="parallel">
          <xsl:apply-templates select="link" mode="carry">
            <xsl:with-param name="path" tunnel="yes" select="string(@path)"/>
          </xsl:apply-templates>
        </linkGrp>
        <xsl:apply-templates select="note" mode="carry">
          <xsl:with-param name="path" tunnel="yes" select="string(@path)"/>
        </xsl:apply-templates>
      </standOff>
    </xsl:for-each>
  </xsl:template>

  <!-- Another document's sentence comes without its notes, and nothing in it is linked to. -->
  <xsl:template match="ed:document/s//note | ed:document/s//@xml:id[not(parent::s[parent::ed:document])]" mode="carry"
    priority="1" as="empty-sequence()"/>

  <!-- A note on links speaks of the links as they are called here. -->
  <xsl:template match="ed:alignments/note/@target" mode="carry" priority="1" as="attribute(target)">
    <xsl:attribute name="target" select="
      tokenize(.)[starts-with(., '#')] ! ('#' || ed:stem(current()/ancestor::ed:alignments/@path) || '.' || substring(., 2))"/>
  </xsl:template>

  <!-- The list element that a register entry belongs in. -->
  <xsl:function name="ed:list-for" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      if ($entry/self::person | $entry/self::personGrp) then 'listPerson'
      else if ($entry/self::bibl | $entry/self::biblStruct) then 'listBibl'
      else 'list' || upper-case(substring(local-name($entry), 1, 1)) || substring(local-name($entry), 2)"/>
  </xsl:function>

  <xsl:function name="ed:stem" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="replace($path, '^.*/|\.xml$', '')"/>
  </xsl:function>

</xsl:stylesheet>
