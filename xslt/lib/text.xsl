<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text as a string: corrected, without notes; and small helpers for text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- reading: what a reader reads, as text. Started by ed:text on any node. -->
  <xsl:mode name="ed:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template mode="ed:reading" as="item()*"
    match="choice[corr]/sic | choice[reg]/orig | choice/expan | choice/ex | choice/text() | note | del | rdg | gap/desc | space/desc
      | teiHeader"/>

  <xsl:template match="lb | pb | cb" mode="ed:reading" as="text()*">
    <xsl:if test="not(@break eq 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:text" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="item()*">
      <xsl:apply-templates select="$nodes" mode="ed:reading"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:function name="ed:capitalised" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($text, 1, 1)) || substring($text, 2)"/>
  </xsl:function>

  <!-- A name without accents and case, to sort by and to find its letter: the engine's collations order the
       accented letters of no language that we need, and put Ł after Z. -->
  <xsl:function name="ed:folded" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      translate(replace(normalize-unicode(upper-case($text), 'NFD'), '\p{M}', ''), 'ŁĐÐØÞ', 'LDDOT')"/>
  </xsl:function>

  <!-- The first or last words of a text, with dots where it is cut. -->
  <xsl:function name="ed:first-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:variable name="words" as="xs:string*" select="subsequence(tokenize($text, '\s+'), 1, $count + 1)"/>
    <xsl:sequence select="
      if (count($words) le $count) then $text
      else string-join($words[position() le $count], ' ') || ' …'"/>
  </xsl:function>

  <xsl:function name="ed:last-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <!-- Where the end of a long text has enough words, the rest need not be looked at. -->
    <xsl:variable name="end" as="xs:string" select="substring($text, string-length($text) - 40 * $count)"/>
    <xsl:variable name="is-enough" as="xs:boolean" select="exists(tokenize($end, '\s+')[$count + 2])"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(if ($is-enough) then $end else $text, '\s+')"/>
    <xsl:sequence select="
      if (count($words) le $count) then $text
      else '… ' || string-join($words[position() gt count($words) - $count], ' ')"/>
  </xsl:function>

  <!-- Whether a quotation needs no marks of ours: only `q` and `soCalled` without any of their own or
       just before them get some. -->
  <xsl:function name="ed:is-marked" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="marks" as="xs:string" select="'[&quot;“”„‟‘’‚‹›«»״'']'"/>
    <xsl:variable name="before" as="xs:string?" select="$quotation/preceding-sibling::node()[1][self::text()]"/>
    <xsl:sequence select="
      not($quotation[self::q | self::soCalled]) or matches(normalize-space($quotation), '^' || $marks)
      or matches($before, $marks || '[\s\p{Zs}]*$')"/>
  </xsl:function>

</xsl:stylesheet>
