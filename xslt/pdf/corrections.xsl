<?xml version="1.0" encoding="UTF-8"?>
<!-- What the editors changed: the reading text, with the source’s reading in a lettered note, "Iași] Iai source". What was
     done to the page itself stands in interventions.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/corrections.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The note of a correction within a word stands behind the word: what goes on with it brings the note (text.xsl). -->
  <xsl:template match="choice" mode="ed:print" as="node()*">
    <xsl:apply-templates select="local:shown(.)" mode="ed:print"/>
    <xsl:if test="count(*) gt 1 and not(local:rest(.))">
      <xsl:sequence select="local:note(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- In a note, in a reading of a witness, and outside the text, the other reading stands in brackets. -->
  <xsl:template match="choice[not(local:is-noted(.))]" mode="ed:print" as="node()*">
    <xsl:apply-templates select="local:shown(.)" mode="ed:print"/>
    <xsl:if test="count(*) gt 1">
      <aside>{' ['}{ed:label(if (local:shown(.)[self::corr | self::reg]) then 'source-has' else 'stands-for')} </aside>
      <xsl:for-each select="local:others(.)">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:sequence select="local:words(.)"/>
      </xsl:for-each>
      <aside>]</aside>
    </xsl:if>
  </xsl:template>

  <xsl:function name="local:is-noted" as="xs:boolean">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/ancestor::text and not($choice/(ancestor::note | ancestor::app))"/>
  </xsl:function>

  <!-- The notes of corrections that the beginning of a text node ends the words of. -->
  <xsl:function name="ed:notes-of-word" as="element(Q{}note)?">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
      if (matches($text, '^\p{L}')) then local:ending-at($text)[local:rest(.) is $text] ! local:note(.) else ()"/>
  </xsl:function>

  <!-- The correction that ends where a text node begins. -->
  <xsl:function name="local:ending-at" as="element(choice)?">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="before" as="node()?"
      select="($text/ancestor-or-self::node()[preceding-sibling::node()])[last()]/preceding-sibling::node()[1]"/>
    <xsl:sequence select="($before/descendant-or-self::choice[count(*) gt 1][local:is-noted(.)])[last()]"/>
  </xsl:function>

  <!-- What goes on with the word that a correction stands in. -->
  <xsl:function name="local:rest" as="text()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="next" as="node()?"
      select="($choice/ancestor-or-self::*[following-sibling::node()])[last()]/following-sibling::node()[1]"/>
    <xsl:sequence select="
      $next/descendant-or-self::text()[1][matches(., '^\p{L}')][ancestor::s[1] is $choice/ancestor::s[1]]
        [not(ancestor::note | ancestor::app | ancestor::choice)][local:ending-at(.) is $choice]"/>
  </xsl:function>

  <!-- The letters of its word before a correction. -->
  <xsl:function name="local:beginning" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="string($choice/preceding-sibling::node()[1][self::text()] ! analyze-string(., '\p{L}+$')//Q{http://www.w3.org/2005/xpath-functions}match)"/>
  </xsl:function>

  <xsl:function name="local:note" as="element(Q{}note)">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="before" as="xs:string" select="local:beginning($choice)"/>
    <xsl:variable name="after" as="xs:string" select="string(local:rest($choice) ! replace(., '^(\p{L}+).*$', '$1', 's'))"/>
    <note id="{ed:apparatus-id($choice)}" kind="apparatus" mark="{ed:letter($choice)}">
      <xsl:apply-templates select="$choice/ancestor::*[@xml:lang][1]/@xml:lang" mode="ed:print"/>
      <xsl:text>{($before || ed:text(local:shown($choice)) || $after)[.], '–'[not(normalize-space(local:shown($choice)))]}] </xsl:text>
      <xsl:for-each select="local:others($choice)">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:sequence select="local:other(., $before, $after)"/>
      </xsl:for-each>
    </note>
  </xsl:function>

  <!-- What the source has, in italics and called so; or what an abbreviation means. -->
  <xsl:function name="local:other" as="node()*">
    <xsl:param name="other" as="element()"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="not($other/(self::sic | self::orig))">
        <xsl:text>= </xsl:text>
        <xsl:sequence select="local:words($other)"/>
      </xsl:when>
      <xsl:when test="$before || normalize-space($other) || $after">
        <em>
          <xsl:sequence select="$before, local:words($other), $after" />
        </em>
        <aside lang="{$ed:language}"> {ed:label('in-apparatus')}</aside>
      </xsl:when>
      <xsl:otherwise>
        <aside lang="{$ed:language}">{ed:label('not-in-source')}</aside>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="local:shown" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(corr, reg, abbr, *)[1]"/>
  </xsl:function>

  <xsl:function name="local:others" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/* except local:shown($choice)"/>
  </xsl:function>

  <xsl:function name="local:words" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:apply-templates select="$reading" mode="ed:print">
      <xsl:with-param name="link" tunnel="yes" select="()"/>
    </xsl:apply-templates>
    <xsl:if test="not(normalize-space($reading))">–</xsl:if>
  </xsl:function>

  <!-- The letter of a lettered note: corrections and readings of witnesses are one series. -->
  <xsl:function name="ed:letter" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="number" as="xs:string">
      <xsl:number select="$place" level="any" from="text" format="a"
        count="(choice[count(*) gt 1] | app)[not(ancestor::note or ancestor::app)]"/>
    </xsl:variable>
    <xsl:sequence select="$number"/>
  </xsl:function>

  <!-- The name of a lettered note in the whole edition. -->
  <xsl:function name="ed:apparatus-id" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/ancestor::TEI[1]/@xml:id || '.apparatus.' || ed:letter($place)"/>
  </xsl:function>

  <!-- What is wrong in the source and stays uncorrected. -->
  <xsl:template match="sic[not(parent::choice)]" mode="ed:print" as="node()*" priority="1">
    <xsl:apply-templates mode="ed:print"/>
    <aside> [sic]</aside>
  </xsl:template>

</xsl:stylesheet>
