<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks and words of the text: divisions, headings, paragraphs, verse; the words themselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/text.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- ed:print: TEI → the elements that print.xsl describes. Starts at `text`, and at parts of the header. -->
  <xsl:mode name="ed:print" on-no-match="deep-skip" on-multiple-match="fail"/>

  <!-- What no other template knows is shown in brackets and reported. -->
  <xsl:template match="*" mode="ed:print" as="element()">
    <xsl:message>
      <ed:finding code="T001" element="{name()}" at="{(ancestor-or-self::*/@xml:id)[last()]}"/>
    </xsl:message>
    <unknown>
      <xsl:apply-templates mode="ed:print"/>
    </unknown>
  </xsl:template>

  <!-- Words; `to` and `href` come from the innermost name or reference around them. The note of a correction in the first
       word stands behind that word. -->
  <xsl:template match="text()" mode="ed:print" as="item()*">
    <xsl:param name="link" as="attribute()?" tunnel="yes" select="()"/>
    <xsl:variable name="words" as="xs:string" select="ed:print-words(.)"/>
    <xsl:variable name="note" as="element(Q{}note)?" select="ed:notes-of-word(.)"/>
    <xsl:variable name="first" as="xs:string" select="if ($note) then replace($words, '^(\p{L}+).*$', '$1') else ''"/>
    <xsl:sequence select="local:linked($first, $link), $note, local:linked(substring-after($words, $first), $link)"/>
  </xsl:template>

  <xsl:function name="local:linked" as="item()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="link" as="attribute()?"/>
    <xsl:choose>
      <xsl:when test="$link and normalize-space($words)">
        <link>
          <xsl:sequence select="$link"/>
          <xsl:value-of select="$words"/>
        </link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- White space is one blank. A word joiner behind it, which the PDF's text is made without, keeps the thousands of a
       figure and French punctuation on the line; the characters of the source stay what they are. -->
  <xsl:function name="ed:print-words" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="words" as="xs:string"
      select="replace(replace($text, '[ \t\r\n]+', ' '), '(\d) (\d\d\d([^\d]|$))', '$1 &#x2060;$2')"/>
    <xsl:sequence select="
      if (matches($words, ' [:;!?»]|« ') and $text/ancestor::*[@xml:lang][1][ed:primary(@xml:lang) eq 'fr'])
      then replace(replace($words, ' ([:;!?»])', ' &#x2060;$1'), '« ', '« &#x2060;') else $words"/>
  </xsl:function>

  <!-- The language of an element, where it is stated on it, as a typesetter knows it: two or three letters. -->
  <xsl:template match="@xml:lang" mode="ed:print" as="attribute(lang)?">
    <xsl:variable name="language" as="xs:string" select="ed:primary(.)"/>
    <xsl:variable name="usual" as="map(xs:string, xs:string)"
      select="map { 'cz': 'cs', 'yid': 'yi', 'rus': 'ru', 'heb': 'he', 'ger': 'de', 'deu': 'de', 'fra': 'fr', 'fre': 'fr', 'eng': 'en', 'ron': 'ro', 'rum': 'ro', 'pol': 'pl' }"/>
    <xsl:if test="matches($language, '^[a-z]{2,3}$') and not($language = ('und', 'zxx', 'mul'))">
      <xsl:attribute name="lang" select="($usual($language), $language)[1]"/>
    </xsl:if>
  </xsl:template>

  <!-- The name of a part of this document in the whole edition. -->
  <xsl:template match="@xml:id" mode="ed:print" as="attribute(id)">
    <xsl:attribute name="id" select="ancestor::TEI[1]/@xml:id || '.' || ."/>
  </xsl:template>

  <xsl:template match="text | front | body | back | group | floatingText" mode="ed:print" as="node()*">
    <xsl:apply-templates select="*" mode="ed:print"/>
  </xsl:template>

  <!-- A division with a heading is a section; a division without one adds no level. -->
  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="ed:print" as="element(Q{}block)">
    <block>
      <xsl:apply-templates select="@xml:lang, * | text()[normalize-space()]" mode="ed:print"/>
    </block>
  </xsl:template>

  <xsl:template match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[local:heading(.)]"
    mode="ed:print" as="element(Q{}section)">
    <xsl:param name="level" as="xs:integer" tunnel="yes"/>
    <section>
      <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
      <xsl:apply-templates select="local:heading(.)" mode="ed:print"/>
      <xsl:apply-templates select="(* except local:heading(.)) | text()[normalize-space()]" mode="ed:print">
        <xsl:with-param name="level" tunnel="yes" select="$level + 1"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <!-- The heading of a division: its first head that has words. A book has no place for an empty heading. -->
  <xsl:function name="local:heading" as="element(head)?">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="$division[starts-with(local-name(), 'div')]/head[ed:text(.)][1]"/>
  </xsl:function>

  <!-- Original and translations, where there are several, have headings of ours. -->
  <xsl:template match="div[@type = ('original', 'translation')][count(ancestor::text[1]//div[@type = ('original', 'translation')]) gt 1]"
    mode="ed:print" as="element(Q{}section)" priority="2">
    <xsl:param name="level" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer">
      <xsl:number level="any" from="text" count="div[@type = ('original', 'translation')]"/>
    </xsl:variable>
    <section>
      <xsl:sequence select="ed:heading('version.' || $number || '.' || ancestor::TEI[1]/@xml:id, ed:version-name(.), $level)"/>
      <block>
        <xsl:apply-templates select="@xml:lang, * | text()[normalize-space()]" mode="ed:print">
          <xsl:with-param name="level" tunnel="yes" select="$level + 1"/>
        </xsl:apply-templates>
      </block>
    </section>
  </xsl:template>

  <!-- "Translation (English)". -->
  <xsl:function name="ed:version-name" as="xs:string">
    <xsl:param name="version" as="element(div)"/>
    <xsl:sequence select="
      ed:label($version/@type) || $version/@xml:lang ! (' (' || ed:language-name(.) || ')')"/>
  </xsl:function>

  <xsl:template match="head[. is local:heading(..)]" mode="ed:print" as="element(Q{}heading)" priority="1">
    <xsl:param name="level" as="xs:integer" tunnel="yes"/>
    <heading level="{$level}" short="{ed:text(.)}">
      <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
    </heading>
  </xsl:template>

  <xsl:template mode="ed:print" as="element(Q{}p)"
    match="p | ab | opener | closer | dateline | salute | signed | byline | trailer | argument | docAuthor | docDate | docImprint
      | docTitle | titlePart | head | speaker | sp | stage | address | addrLine | postscript | imprimatur">
    <p>
      <xsl:variable name="kind" as="xs:string" select="local:kind(.)"/>
      <xsl:if test="$kind">
        <xsl:attribute name="kind" select="$kind"/>
      </xsl:if>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
      <xsl:sequence select="ed:pages-before(.)"/>
      <xsl:apply-templates mode="ed:print"/>
    </p>
  </xsl:template>

  <!-- A block that holds blocks. -->
  <xsl:template mode="ed:print" as="element(Q{}block)" priority="1"
    match="(opener | closer | argument | postscript | sp | address | epigraph | docTitle)[p | ab | head | salute | signed | dateline | byline | addrLine | lg | l | titlePart] | titlePage | epigraph">
    <block>
      <xsl:apply-templates select="@xml:lang, *" mode="ed:print"/>
    </block>
  </xsl:template>

  <!-- How a paragraph stands: on the right, in the middle, as a photograph's credit. -->
  <xsl:function name="local:kind" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="manner" as="xs:string" select="lower-case($block/@rend || ' ' || $block/@rendition)"/>
    <xsl:sequence select="
      if ($block/self::ab/@type = 'credit') then string($block/@type)
      else if (contains($manner, 'center')) then 'center'
      else if (contains($manner, 'right') or $block[self::signed | self::dateline | self::docDate]) then 'right'
      else if (contains($manner, 'hanging')) then 'hanging'
      else if ($block[self::p] and not(contains($manner, 'noindent'))) then ''
      else 'first'"/>
  </xsl:function>

  <xsl:template match="lg" mode="ed:print" as="element()">
    <xsl:element name="{if (parent::lg) then 'block' else 'verse'}" namespace="">
      <xsl:apply-templates select="@xml:id, @xml:lang, *" mode="ed:print"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="l" mode="ed:print" as="element(Q{}line)">
    <line>
      <xsl:apply-templates select="@xml:id, @xml:lang, node()" mode="ed:print"/>
    </line>
  </xsl:template>

</xsl:stylesheet>
