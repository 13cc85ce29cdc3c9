<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts about a document: all that its header says, by label. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/facts.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- ed:fact: a part of the header → a fact. Starts at the children of fileDesc, encodingDesc and profileDesc. -->
  <xsl:mode name="ed:fact" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="ed:about" as="element(Q{}section)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="level" as="xs:integer"/>
    <section kind="about">
      <xsl:sequence select="ed:heading('about.' || $tei/@xml:id, $title, $level)"/>
      <facts>
        <xsl:if test="$tei/text//s">
          <fact label="{ed:label('signs')}">
            <p kind="first">{ed:label('signs-print')}</p>
            <xsl:if test="$tei/text//(add | del | supplied | unclear | gap)">
              <p kind="first">{ed:label('signs-of-page')}</p>
            </xsl:if>
          </fact>
        </xsl:if>
        <xsl:variable name="file" as="element(fileDesc)?" select="$tei/teiHeader/fileDesc"/>
        <xsl:variable name="profile" as="element()*" select="$tei/teiHeader/profileDesc/*"/>
        <xsl:sequence select="ed:facts((
          $file/sourceDesc, $file/sourceDesc/msDesc/(msContents, physDesc, history, additional), $file/sourceDesc/listWit,
          $tei/facsimile, $profile/self::creation, $file/extent, $file/notesStmt, $profile except $profile[self::abstract | self::creation],
          $tei/teiHeader/encodingDesc/*, $file/titleStmt, $tei/teiHeader/revisionDesc))"/>
      </facts>
    </section>
  </xsl:function>

  <!-- Parts of the header, each with its label. -->
  <xsl:function name="ed:facts" as="element(Q{}fact)*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each-group select="local:parts($parts)[normalize-space() or self::facsimile or self::catRef]" group-adjacent="local:label(.)">
      <fact label="{current-grouping-key()}">
        <xsl:apply-templates select="ed:to-print(current-group())" mode="ed:fact"/>
      </fact>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The parts that have a label of their own. -->
  <xsl:function name="local:parts" as="element()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="
      for $part in $parts return
        if ($part[self::titleStmt | self::publicationStmt | self::editorialDecl | self::textClass | self::editionStmt]) then $part/(* except title)
        else if ($part[self::projectDesc | self::notesStmt]) then $part/*
        else $part[not(self::listPrefixDef | self::classDecl[ancestor::TEI/teiHeader/fileDesc/seriesStmt])]"/>
  </xsl:function>

  <xsl:function name="local:label" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="keys" as="map(xs:string, xs:string)" select="map {
      'sourceDesc': 'source', 'note': 'remarks', 'seriesStmt': 'series', 'respStmt': 'responsibility', 'edition': 'version',
      'date': 'published', 'availability': 'rights', 'langUsage': 'languages', 'revisionDesc': 'revisions',
      'classDecl': 'categories', 'catRef': 'class', 'classCode': 'class', 'ref': 'links', 'ptr': 'links' }"/>
    <xsl:variable name="key" as="xs:string" select="
      if ($part/parent::editorialDecl and $part/self::p) then 'editorial'
      else if ($part/parent::publicationStmt and $part/self::p) then 'publication'
      else if ($part/parent::projectDesc) then 'projectDesc'
      else if ($part/parent::encodingDesc and $part/self::p) then 'encoding'
      else ($keys(local-name($part)), local-name($part))[1]"/>
    <xsl:sequence select="ed:label($key)"/>
  </xsl:function>

  <!-- The source; its witnesses are a fact of their own. -->
  <xsl:template match="sourceDesc[listWit]" mode="ed:fact" as="element()*" priority="1">
    <xsl:apply-templates select="ed:to-print(*[normalize-space()] except listWit)" mode="ed:fact"/>
  </xsl:template>

  <!-- What has words between its elements is prose already. -->
  <xsl:template match="*[text()[normalize-space()]][*]" mode="ed:fact" as="element(Q{}p)" priority="-0.4">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang, node()" mode="ed:print"/>
    </p>
  </xsl:template>

  <!-- Paragraphs as paragraphs, languages as their own text, the rest as a line. -->
  <xsl:template match="*" mode="ed:fact" as="element()*">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:sequence select="ed:line(*[normalize-space()] | text()[normalize-space()])"/>
    </p>
  </xsl:template>

  <xsl:template mode="ed:fact" as="element()*"
    match="*[p | bibl | msDesc | listBibl | biblStruct | biblFull | correction | licence | taxonomy | category | change | particDesc]">
    <xsl:apply-templates select="ed:to-print(*[normalize-space()])" mode="ed:fact"/>
  </xsl:template>

  <xsl:template match="p | title | language | change | licence[not(p)] | publisher | authority | date | edition | name | orgName | note | funder | sponsor"
    mode="ed:fact" as="element(Q{}p)">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:value-of select="self::change/(@when, @when-iso)[1] ! (ed:date(., $ed:language) || ed:colon() || ' ')"/>
      <xsl:apply-templates select="." mode="ed:part"/>
    </p>
  </xsl:template>

  <xsl:template match="publicationStmt/date" mode="ed:fact" as="element(Q{}p)" priority="1">
    <p kind="first">{(ed:date-of(.)[.], normalize-space())[1]}</p>
  </xsl:template>

  <xsl:template match="respStmt" mode="ed:fact" as="element(Q{}p)">
    <p kind="first">
      <xsl:for-each select="ed:to-print(resp)">
        <xsl:if test="position() gt 1"> · </xsl:if>
        <xsl:apply-templates select="." mode="ed:print"/>
      </xsl:for-each>
      <xsl:text>{ed:colon()} </xsl:text>
      <xsl:sequence select="ed:line(ed:to-print(* except resp))"/>
    </p>
  </xsl:template>

  <!-- Categories, where those of each language follow what the taxonomy is called in it. -->
  <xsl:template mode="ed:fact" as="element(Q{}p)*" priority="1"
    match="taxonomy[desc][every $category in .//catDesc satisfies $category/@xml:lang = desc/@xml:lang]">
    <xsl:variable name="categories" as="element(catDesc)*" select=".//catDesc"/>
    <xsl:for-each select="ed:to-print(desc)">
      <xsl:variable name="language" as="attribute(xml:lang)" select="@xml:lang"/>
      <p kind="first">
        <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
        <xsl:apply-templates select="." mode="ed:part"/>
        <xsl:text>{ed:colon()} {string-join($categories[@xml:lang eq $language] ! ed:text(.), '; ')}</xsl:text>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="seriesStmt" mode="ed:fact" as="element(Q{}p)*">
    <xsl:apply-templates select="ed:to-print(title)" mode="ed:fact"/>
  </xsl:template>

  <xsl:template match="availability" mode="ed:fact" as="element(Q{}p)*" priority="1">
    <xsl:apply-templates select="ed:to-print(.//(p | licence[not(p)]))" mode="ed:fact"/>
  </xsl:template>

  <xsl:template match="langUsage" mode="ed:fact" as="element(Q{}p)">
    <p kind="first">
      <xsl:sequence select="ed:line(language)"/>
    </p>
  </xsl:template>

  <xsl:template match="keywords" mode="ed:fact" as="element(Q{}p)*">
    <xsl:for-each-group select="ed:to-print(.//term)" group-adjacent="string(@xml:lang)">
      <p kind="first">
        <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
        <xsl:sequence select="ed:line(current-group())"/>
      </p>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="bibl" mode="ed:fact" as="element(Q{}p)+">
    <p kind="first">
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:choose>
        <xsl:when test="text()[normalize-space()]">
          <xsl:apply-templates select="node() except note" mode="ed:print"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="ed:line(* except note)"/>
        </xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:apply-templates select="ed:to-print(note)" mode="ed:fact"/>
  </xsl:template>

  <!-- Several things in a line. -->
  <xsl:function name="ed:line" as="node()*">
    <xsl:param name="parts" as="node()*"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select="." mode="ed:part"/>
    </xsl:for-each>
  </xsl:function>

  <!-- ed:part: one thing of several in a line; what holds only elements is a line itself. Starts anywhere in the header. -->
  <xsl:mode name="ed:part" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="text()" mode="ed:part" as="node()*">
    <xsl:apply-templates select="." mode="ed:print"/>
  </xsl:template>

  <xsl:template match="*" mode="ed:part" as="node()*">
    <xsl:apply-templates mode="ed:print" select="node()">
      <xsl:with-param name="link" tunnel="yes" select="ed:print-link((@ref, @target)[1])"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*[*][not(text()[normalize-space()])]" mode="ed:part" as="node()*">
    <xsl:sequence select="ed:line(*[normalize-space()])"/>
  </xsl:template>

  <xsl:template match="idno[@type]" mode="ed:part" as="node()*" priority="1">
    <aside>{(ed:authority(.)/@name, @type/ed:label(.))[1]} </aside>
    <xsl:choose>
      <xsl:when test="string-length(.) gt 30">
        <code>{normalize-space()}</code>
      </xsl:when>
      <xsl:otherwise>{normalize-space()}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="bibl/title" mode="ed:part" as="node()*" priority="1">
    <xsl:apply-templates select="." mode="ed:print"/>
  </xsl:template>

</xsl:stylesheet>
