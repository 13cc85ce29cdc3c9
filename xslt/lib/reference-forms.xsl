<?xml version="1.0" encoding="UTF-8"?>
<!-- A reference as BibTeX, RIS and CSL-JSON: text, in which an element marks where a script can put a passage and
     its address (`data-fill` says which, `data-as` how it is written, with % for it). Without a script, the text is
     the reference to the whole document. Needs reference.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/lib/reference-forms.xsl" exclude-result-prefixes="#all">

  <!-- The forms by their names: what a file of it is called, its media type, and the text. -->
  <xsl:function name="ed:reference-forms" as="map(xs:string, item()*)+">
    <xsl:param name="reference" as="map(xs:string, item()*)"/>
    <xsl:sequence select="
      map { 'name': 'BibTeX', 'ending': '.bib', 'type': 'application/x-bibtex', 'text': ed:bibtex($reference) },
      map { 'name': 'RIS', 'ending': '.ris', 'type': 'application/x-research-info-systems', 'text': ed:ris($reference) },
      map { 'name': 'CSL-JSON', 'ending': '.csl.json', 'type': 'application/vnd.citationstyles.csl+json', 'text': ed:csl($reference) }"/>
  </xsl:function>

  <!-- BibTeX as BibLaTeX and Biber read it. Titles and bodies are in a second pair of braces, which keeps their letters. -->
  <xsl:function name="ed:bibtex" as="node()+">
    <xsl:param name="r" as="map(xs:string, item()*)"/>
    <xsl:variable name="field" as="function(xs:string, xs:string?) as xs:string?"
      select="function($name, $value) { $value ! ('  ' || $name || ' = {' || . || '},&#10;') }"/>
    <xsl:value-of separator="" select="
      if ($r?container) then '@incollection{' else '@misc{', replace($r?key, '[^A-Za-z0-9._-]', '-'), ',&#10;',
      $field('author', local:bibtex-people($r?authors)), $field('editor', local:bibtex-people($r?editors)),
      $field('title', '{' || local:bibtex($r?title) || '}'), $field('booktitle', $r?container ! ('{' || local:bibtex(.) || '}')),
      $field('publisher', $r?publisher ! ('{' || local:bibtex(.) || '}')), $field('date', $r?date),
      $field('year', $r?date ! substring(., 1, 4)), $field('version', $r?version ! local:bibtex(.)),
      $field('language', $r?language[.])"/>
    <xsl:sequence select="
      local:fill('passage', '  note = {%},&#10;', ()), local:fill('address', '  url = {%},&#10;', $r?address)"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:function>

  <xsl:function name="local:bibtex-people" as="xs:string?">
    <xsl:param name="people" as="map(xs:string, xs:string)*"/>
    <xsl:sequence select="
      string-join(for $p in $people return
        if ($p?family) then local:bibtex($p?family) || ', ' || local:bibtex($p?given)
        else if ($p?person) then local:bibtex($p?name)
        else '{' || local:bibtex($p?name) || '}', ' and ')[.]"/>
  </xsl:function>

  <!-- What TeX would take for its own is written as a character. -->
  <xsl:function name="local:bibtex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="written" as="xs:string*">
      <xsl:analyze-string select="$text" regex="[\\{{}}$&amp;#_%~^]">
        <xsl:matching-substring>
          <xsl:sequence select="
            if (. eq '\') then '\textbackslash{}' else if (. eq '~') then '\textasciitilde{}'
            else if (. eq '^') then '\textasciicircum{}' else '\' || ."/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($written)"/>
  </xsl:function>

  <!-- RIS: a line for each field, two letters, two spaces, a hyphen and a space before its value. -->
  <xsl:function name="ed:ris" as="node()+">
    <xsl:param name="r" as="map(xs:string, item()*)"/>
    <xsl:variable name="field" as="function(xs:string, xs:string?) as xs:string?"
      select="function($tag, $value) { $value ! ($tag || '  - ' || . || '&#10;') }"/>
    <xsl:value-of separator="" select="
      $field('TY', if ($r?container) then 'CHAP' else 'ELEC'), $field('ID', $r?key), $field('TI', $r?title),
      $field('T2', $r?container), $r?authors ! $field('AU', local:inverted(.)),
      $r?editors ! $field(if ($r?container) then 'A2' else 'ED', local:inverted(.)),
      $field('PB', $r?publisher), $field('PY', $r?date ! substring(., 1, 4)),
      $field('DA', $r?date ! translate(., '-', '/')), $field('ET', $r?version), $field('LA', $r?language[.])"/>
    <xsl:sequence select="
      local:fill('passage', 'SE  - %&#10;', ()), local:fill('address', 'UR  - %&#10;', $r?address)"/>
    <xsl:text>ER  - &#10;</xsl:text>
  </xsl:function>

  <xsl:function name="local:inverted" as="xs:string">
    <xsl:param name="person" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="if ($person?family) then $person?family || ', ' || $person?given else $person?name"/>
  </xsl:function>

  <!-- CSL-JSON: a list of one item. -->
  <xsl:function name="ed:csl" as="node()+">
    <xsl:param name="r" as="map(xs:string, item()*)"/>
    <xsl:variable name="field" as="function(xs:string, xs:string?) as xs:string?"
      select="function($name, $value) { $value ! (',&#10;    ' || local:json($name) || ': ' || .) }"/>
    <xsl:value-of separator="" select="
      '[&#10;  {&#10;    &quot;id&quot;: ', local:json($r?key),
      $field('type', local:json(if ($r?container) then 'chapter' else 'webpage')), $field('title', local:json($r?title)),
      $field('container-title', $r?container ! local:json(.)),
      $field('author', local:csl-people($r?authors)), $field('editor', local:csl-people($r?editors)),
      $field('publisher', $r?publisher ! local:json(.)),
      $field('issued', $r?date ! ('{ &quot;date-parts&quot;: [[' || string-join(tokenize(., '-') ! string(xs:integer(.)), ', ') || ']] }')),
      $field('version', $r?version ! local:json(.)), $field('language', $r?language[.] ! local:json(.))"/>
    <xsl:sequence select="
      local:fill('passage', ',&#10;    &quot;section&quot;: &quot;%&quot;', ()),
      local:fill('address', ',&#10;    &quot;URL&quot;: &quot;%&quot;', $r?address)"/>
    <xsl:text>&#10;  }&#10;]&#10;</xsl:text>
  </xsl:function>

  <xsl:function name="local:csl-people" as="xs:string?">
    <xsl:param name="people" as="map(xs:string, xs:string)*"/>
    <xsl:variable name="written" as="xs:string*" select="
      for $p in $people return
        if ($p?family) then '{ &quot;family&quot;: ' || local:json($p?family) || ', &quot;given&quot;: ' || local:json($p?given) || ' }'
        else '{ &quot;literal&quot;: ' || local:json($p?name) || ' }'"/>
    <xsl:sequence select="('[' || string-join($written, ', ') || ']')[exists($people)]"/>
  </xsl:function>

  <!-- A string of JSON; the serialiser would write every slash as \/. -->
  <xsl:function name="local:json" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(serialize($text, map { 'method': 'json' }), '\\/', '/')"/>
  </xsl:function>

  <!-- A place to fill, and what stands there already. -->
  <xsl:function name="local:fill" as="element(h:span)">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="as" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <span data-fill="{$what}" data-as="{$as}">
      <xsl:sequence select="$value ! string-join((substring-before($as, '%'), ., substring-after($as, '%')))"/>
    </span>
  </xsl:function>

</xsl:stylesheet>
