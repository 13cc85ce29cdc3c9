<?xml version="1.0" encoding="UTF-8"?>
<!-- Units of a document in several versions: the sentences of an original and its translations that belong together.

     `ed:aligned` gives the versions of a document that are linked sentence by sentence, the original first, and
     `ed:units` the units of these versions in the original's order. A unit is an array with a member for each
     version, in the versions' order: its sentences, or nothing where it has no counterpart. So

       <xsl:variable name="versions" select="ed:aligned(body)"/>
       <xsl:for-each select="ed:units($versions)">
         <xsl:variable name="unit" select="."/>
         <xsl:for-each select="$versions">
           <xsl:apply-templates select="$unit(position())"/>

     shows all sentences, each once: sentences that a chain of links joins are one unit, a sentence without a link
     is a unit of its own, and a unit without an original follows the one before it in its translation.
     `ed:no-counterpart` gives the note that says why a version has nothing, and `ed:originals` the sentences that a
     sentence translates. Needs pointers.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:local="xslt/lib/units.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="local:link" match="standOff/linkGrp[@type eq 'translation']/link" use="tokenize(@target)"/>

  <!-- The versions below an element that links join, the original first; nothing where there are not two of them. -->
  <xsl:function name="ed:aligned" as="element(div)*">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="versions" as="element(div)*" select="$holder/div[@type = ('original', 'translation')]"/>
    <xsl:variable name="joined" as="element(div)*" select="
      if (count($versions) lt 2) then ()
      else local:links($holder) ! (local:sentences(.)/ancestor::div intersect $versions)[count(.) gt 0]"/>
    <xsl:variable name="several" as="element(div)*" select="$versions intersect $joined"/>
    <xsl:sequence select="
      if (count($several) gt 1) then ($several[@type eq 'original'], $several[@type eq 'translation']) else ()"/>
  </xsl:function>

  <!-- The units of some versions, in the order of the first. -->
  <xsl:function name="ed:units" as="array(element(s)*)*">
    <xsl:param name="versions" as="element(div)*"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="local:numbers($versions)"/>
    <xsl:variable name="places" as="map(xs:integer, xs:double)" select="local:places($versions, $numbers)"/>
    <xsl:for-each-group select="$versions//s[@xml:id][not(ancestor::s)]" group-by="$numbers(@xml:id)">
      <xsl:sort select="$places(current-grouping-key())"/>
      <xsl:variable name="unit" as="element(s)+" select="current-group()"/>
      <xsl:sequence select="
        array:join(for $version in $versions return [$unit[ancestor::div intersect $version]])"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The note that says why a version has nothing for some sentences. -->
  <xsl:function name="ed:no-counterpart" as="element(note)?">
    <xsl:param name="sentences" as="element(s)*"/>
    <xsl:param name="version" as="element(div)"/>
    <xsl:sequence select="
      root($version)//standOff/note[@type eq 'no-counterpart']
        [tokenize(@target) = $sentences ! ('#' || @xml:id)]
        [not(@corresp) or tokenize(@corresp) = '#' || $version/@xml:id] => head()"/>
  </xsl:function>

  <!-- The version that something stands in: an original or a translation. -->
  <xsl:function name="ed:version" as="element(div)?">
    <xsl:param name="at" as="node()"/>
    <xsl:sequence select="$at/ancestor-or-self::div[@type = ('original', 'translation')][last()]"/>
  </xsl:function>

  <!-- The sentences of the original that a sentence of a translation is linked with. -->
  <xsl:function name="ed:originals" as="element(s)*">
    <xsl:param name="sentence" as="element(s)"/>
    <xsl:variable name="linked" as="element(s)*"
      select="key('local:link', '#' || $sentence/@xml:id, root($sentence)) ! local:sentences(.)"/>
    <xsl:sequence select="
      if (ed:version($sentence)/@type = 'translation') then ($linked | ())[ed:version(.)/@type = 'original'] else ()"/>
  </xsl:function>

  <!-- The links between versions of the document that an element stands in. -->
  <xsl:function name="local:links" as="element(link)*">
    <xsl:param name="at" as="element()"/>
    <xsl:sequence select="$at/ancestor-or-self::TEI[last()]/standOff/linkGrp[@type eq 'translation']/link"/>
  </xsl:function>

  <!-- The sentences that a link names. -->
  <xsl:function name="local:sentences" as="element(s)*">
    <xsl:param name="link" as="element(link)"/>
    <xsl:sequence select="tokenize($link/@target) ! ed:target(., $link)/self::s"/>
  </xsl:function>

  <!-- The number of the unit of each sentence, by the sentence's id; sentences that links join have the same. -->
  <xsl:function name="local:numbers" as="map(xs:string, xs:integer)">
    <xsl:param name="versions" as="element(div)*"/>
    <xsl:variable name="sentences" as="element(s)*" select="$versions//s[@xml:id][not(ancestor::s)]"/>
    <xsl:variable name="alone" as="map(xs:string, xs:integer)" select="
      map:merge(for $number in 1 to count($sentences) return map { string($sentences[$number]/@xml:id): $number })"/>
    <xsl:variable name="same" as="map(xs:integer, xs:integer)" select="
      fold-left(head($versions) ! local:links(.), map { }, local:joined(?, ?, $alone))"/>
    <xsl:sequence select="
      map:merge(map:keys($alone) ! map { .: local:first($alone(.), $same) })"/>
  </xsl:function>

  <!-- What is known of numbers that mean the same unit, each with a smaller one, and what a link adds to it. -->
  <xsl:function name="local:joined" as="map(xs:integer, xs:integer)">
    <xsl:param name="same" as="map(xs:integer, xs:integer)"/>
    <xsl:param name="link" as="element(link)"/>
    <xsl:param name="alone" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="numbers" as="xs:integer*" select="
      distinct-values(tokenize($link/@target) ! $alone(substring(., 2)) ! local:first(., $same)) => sort()"/>
    <xsl:sequence select="
      fold-left(tail($numbers), $same, function($known, $number) { map:put($known, $number, head($numbers)) })"/>
  </xsl:function>

  <!-- The smallest number that means the same unit. -->
  <xsl:function name="local:first" as="xs:integer">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="same" as="map(xs:integer, xs:integer)"/>
    <xsl:sequence select="if (map:contains($same, $number)) then local:first($same($number), $same) else $number"/>
  </xsl:function>

  <!-- Where each unit stands: at its first sentence of the first version, or after the unit before it. -->
  <xsl:function name="local:places" as="map(xs:integer, xs:double)">
    <xsl:param name="versions" as="element(div)*"/>
    <xsl:param name="numbers" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="first" as="xs:integer*" select="distinct-values(head($versions)//s[not(ancestor::s)]/@xml:id ! $numbers(.))"/>
    <xsl:iterate select="tail($versions)//s[@xml:id][not(ancestor::s)]">
      <xsl:param name="places" as="map(xs:integer, xs:double)" select="
        map:merge(for $place in 1 to count($first) return map { $first[$place]: xs:double($place) })"/>
      <xsl:param name="before" as="xs:double" select="0"/>
      <xsl:param name="version" as="element(div)?" select="()"/>
      <xsl:on-completion select="$places"/>
      <xsl:variable name="own" as="element(div)" select="ancestor::div intersect $versions"/>
      <xsl:variable name="last" as="xs:double" select="if ($own is $version) then $before else 0"/>
      <xsl:variable name="place" as="xs:double" select="($places($numbers(@xml:id)), $last + 0.000001)[1]"/>
      <xsl:next-iteration>
        <xsl:with-param name="places" select="map:put($places, $numbers(@xml:id), $place)"/>
        <xsl:with-param name="before" select="$place"/>
        <xsl:with-param name="version" select="$own"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

</xsl:stylesheet>
