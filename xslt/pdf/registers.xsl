<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers: names, dates, places, identifiers, notes, sources, and where they are named. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/registers.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:function name="ed:entries" as="element(Q{}entry)*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each select="$entries">
      <xsl:sort select="ed:sort-key(ed:sort-name(., $ed:language))" collation="{$ed:collation}"/>
      <xsl:sort select="ed:sort-name(., $ed:language)" collation="{$ed:collation}"/>
      <xsl:apply-templates select="." mode="ed:entry"/>
    </xsl:for-each>
  </xsl:function>

  <!-- ed:entry: a register entry → an entry of the print. Starts at the entry. -->
  <xsl:mode name="ed:entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="ed:entry" as="element(Q{}entry)">
    <entry>
      <xsl:if test="@xml:id">
        <xsl:attribute name="id" select="ed:entry-key(.)"/>
      </xsl:if>
      <name>{ed:sort-name(., $ed:language)}</name>
      <xsl:sequence select="local:names(.), local:life(.), local:identifiers(.)"/>
      <xsl:apply-templates mode="ed:detail"
        select="(* except (ed:names(.), idno, linkGrp, link, ptr, ref, birth, death, floruit, location, note, desc))[normalize-space()]"/>
      <xsl:apply-templates select="ed:to-print(note | desc)[normalize-space()]" mode="ed:detail"/>
      <xsl:sequence select="local:sources(.), ed:mentions(.)"/>
    </entry>
  </xsl:template>

  <!-- The entry's name in the whole edition: an entry of a register has its stem before its id. -->
  <xsl:function name="ed:entry-key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      if ($entry/ancestor::standOff[@type eq 'carried']) then string($entry/@xml:id)
      else $entry/ancestor::TEI[1]/@xml:id || '.' || $entry/@xml:id"/>
  </xsl:function>

  <!-- The other languages' names, each with its language, then other forms. -->
  <xsl:function name="local:names" as="element(Q{}detail)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="ed:names($entry)[normalize-space()]"/>
    <xsl:variable name="standard" as="element()*" select="$names[not(@type eq 'variant')][@xml:lang or position() gt 1]"/>
    <xsl:variable name="variants" as="xs:string*" select="distinct-values($names[@type eq 'variant'] ! ed:text(.))"/>
    <xsl:if test="count($standard) gt 1">
      <detail>
        <xsl:for-each-group select="$standard" group-by="ed:text(.)">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <span>
            <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
            <xsl:value-of select="current-grouping-key()"/>
          </span>
          <aside> ({string-join(distinct-values(current-group()/@xml:lang ! ed:language-name(.)), ', ')})</aside>
        </xsl:for-each-group>
      </detail>
    </xsl:if>
    <xsl:if test="exists($variants)">
      <detail label="{ed:label('other-names')}{ed:colon()}">{string-join($variants, ' · ')}</detail>
    </xsl:if>
  </xsl:function>

  <!-- Birth, death, dates and coordinates. -->
  <xsl:function name="local:life" as="element(Q{}detail)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(birth, death, floruit)">
      <detail label="{ed:label(local-name())}{ed:colon()}">{string-join((ed:date-of(.)[.], ed:text(.)[.]), ', ')}<xsl:sequence select="local:certainty(.)"/></detail>
    </xsl:for-each>
    <xsl:for-each select="ed:date-of($entry)[.]">
      <detail label="{ed:label('when')}{ed:colon()}">{.}<xsl:sequence select="local:certainty($entry)"/></detail>
    </xsl:for-each>
    <xsl:for-each select="$entry/@where">
      <detail label="{ed:label('where')}{ed:colon()}">
        <xsl:sequence select="local:thing(.)"/>
      </detail>
    </xsl:for-each>
    <xsl:for-each select="$entry//location[normalize-space()]">
      <detail label="{ed:label(if (geo) then 'coordinates' else 'where')}{ed:colon()}">{string-join(tokenize(ed:text(.)), ', ')}<xsl:sequence select="local:certainty((geo, .)[1])"/></detail>
    </xsl:for-each>
  </xsl:function>

  <!-- What a pointer points to, called by its name and linked. -->
  <xsl:function name="local:thing" as="node()*">
    <xsl:param name="pointers" as="attribute()"/>
    <xsl:for-each select="tokenize($pointers)">
      <xsl:variable name="target" as="element()?" select="ed:target(., $pointers)"/>
      <xsl:if test="position() gt 1">, </xsl:if>
      <link>
        <xsl:sequence select="local:to($target, .)"/>
        <xsl:value-of select="if ($target) then ed:name-of($target) else ."/>
      </link>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="local:to" as="attribute()?">
    <xsl:param name="target" as="element()?"/>
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$target">
        <xsl:attribute name="to" select="ed:entry-key($target)"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^https?:')">
        <xsl:attribute name="href" select="$pointer"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="local:certainty" as="element(Q{}aside)?">
    <xsl:param name="stated" as="element()"/>
    <xsl:if test="$stated/@cert[. ne 'high']">
      <aside> ({ed:label('cert')}{ed:colon()} {ed:label($stated/@cert)})</aside>
    </xsl:if>
  </xsl:function>

  <!-- Identifiers and addresses elsewhere. -->
  <xsl:function name="local:identifiers" as="element(Q{}detail)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:if test="$entry/idno">
      <detail label="{ed:label('identifiers')}{ed:colon()}">
        <xsl:for-each select="$entry/idno">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:sequence select="local:identifier(.), local:certainty(.)"/>
        </xsl:for-each>
      </detail>
    </xsl:if>
    <xsl:variable name="addresses" as="attribute()*" select="$entry/(linkGrp/(link | ptr) | link | ptr | ref)/@target"/>
    <xsl:if test="$addresses">
      <detail label="{ed:label('links')}{ed:colon()}">
        <xsl:for-each select="$addresses">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <link>
            <xsl:sequence select="ed:print-link(.)"/>
            <xsl:value-of select="(ed:text(..)[.], replace(., '^https?://', ''))[1]"/>
          </link>
        </xsl:for-each>
      </detail>
    </xsl:if>
  </xsl:function>

  <xsl:function name="local:identifier" as="node()*">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="address" as="xs:string?" select="ed:authority-url($idno)"/>
    <xsl:text>{(ed:authority($idno)/@name, $idno/@type/ed:label(.))[1]} </xsl:text>
    <xsl:choose>
      <xsl:when test="exists($address)">
        <link href="{$address}">{normalize-space($idno)}</link>
      </xsl:when>
      <xsl:when test="string-length($idno) gt 30">
        <code>{normalize-space($idno)}</code>
      </xsl:when>
      <xsl:otherwise>{normalize-space($idno)}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Where all this was read. -->
  <xsl:function name="local:sources" as="element(Q{}detail)?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="sources" as="attribute()*" select="$entry/descendant-or-self::*/@source"/>
    <xsl:if test="$sources">
      <detail label="{ed:label('sources')}{ed:colon()}">
        <xsl:for-each-group select="for $s in $sources return tokenize($s) ! map { 'at': $s, 'pointer': . }" group-by="?pointer">
          <xsl:variable name="target" as="element()?" select="ed:target(current-grouping-key(), ?at)"/>
          <xsl:if test="position() gt 1"> · </xsl:if>
          <link>
            <xsl:sequence select="local:to($target, current-grouping-key())"/>
            <xsl:value-of select="if ($target) then ed:name-of($target) else current-grouping-key()"/>
          </link>
        </xsl:for-each-group>
      </detail>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
