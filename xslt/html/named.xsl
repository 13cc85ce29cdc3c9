<?xml version="1.0" encoding="UTF-8"?>
<!-- What is named in a document: persons, places, organisations, events, publications and subjects,
     with dates, and where in the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/named.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- All that names something in the text, notes included, by the kind of what it names. -->
  <xsl:variable name="local:names" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group group-by="local:kind(.)" select="
        /TEI/text//(*[@ref] | ref[ed:kind(.) eq 'name'][ed:target(@target, .)/ancestor::standOff])[local:unit(.)]">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="local:has-map" as="xs:boolean" select="ed:has-map(/TEI)"/>

  <!-- The map of this document's places, beside its registers. -->
  <xsl:variable name="local:map" as="xs:string" select="'maps/' || ed:address(/TEI/@xml:id)"/>

  <xsl:template name="ed:named" as="element(h:section)?">
    <xsl:variable name="lists" as="element()*">
      <xsl:for-each select="'person', 'place', 'org', 'event', 'bibl', 'term'">
        <xsl:call-template name="local:list">
          <xsl:with-param name="kind" select="."/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$lists">
      <section class="named" aria-labelledby="page:named">
        <h2 id="page:named">{ed:label('named')}</h2>
        <xsl:sequence select="$lists"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One kind of things, sorted by name. -->
  <xsl:template name="local:list" as="element(h:details)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="items" as="element(h:li)*">
      <xsl:for-each-group select="$local:names($kind)"
        group-by="for $pointer in tokenize((@ref, @target)[1]) return $pointer[ed:href(., current())]">
        <xsl:sort select="ed:sort-key(local:name(.))" collation="{$ed:collation}"/>
        <xsl:sort select="local:name(.)" collation="{$ed:collation}"/>
        <xsl:call-template name="local:item">
          <xsl:with-param name="pointer" select="current-grouping-key()"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="$items">
      <details class="{$kind}s">
        <xsl:if test="$kind ne 'term'">
          <xsl:attribute name="open" select="'open'"/>
        </xsl:if>
        <summary>
          <h3>{ed:label($kind || 's')}</h3>
        </summary>
        <xsl:if test="$kind eq 'place' and $local:has-map">
          <p class="to-map">
            <a href="{$root}{$local:map}">{ed:label('map-of-places')}</a>
          </p>
        </xsl:if>
        <ul>
          <xsl:sequence select="$items"/>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="local:item" as="element(h:li)">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="ed:target($pointer, .)"/>
    <li>
      <a class="{if ($entry) then 'to-entry' else 'outside'}" href="{ed:href($pointer, .)}">{local:name(.)}</a>
      <xsl:variable name="dates" as="xs:string?" select="$entry ! ed:dates-of(.)[.]"/>
      <xsl:if test="$dates">
        <span class="dates"> ({$dates})</span>
      </xsl:if>
      <span class="more">
        <xsl:call-template name="local:places-in-text"/>
      </span>
    </li>
  </xsl:template>

  <!-- Where in the text: the numbers of sentences or paragraphs, of the text and of its translations, and of notes. -->
  <xsl:template name="local:places-in-text" as="element(h:span)">
    <span class="locators">
      <xsl:for-each-group select="local:own(current-group())" group-by="local:what(local:unit(.), '')">
        <xsl:variable name="units" as="element()+" select="current-group()/local:unit(.)"/>
        <xsl:text>{if (position() gt 1) then ed:label('semicolon') else ' '}</xsl:text>
        <xsl:text>{local:what($units[1], 's'[count($units) gt 1])}</xsl:text>
        <xsl:for-each-group select="current-group()" group-by="local:unit(.)/@xml:id">
          <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
          <a href="#{encode-for-uri(current-grouping-key())}">{ed:locator(local:unit(.))}</a>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </span>
  </xsl:template>

  <!-- Names without those that only translate a sentence that has the name. -->
  <xsl:function name="local:own" as="element()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="units" as="element()*" select="$names/local:unit(.)"/>
    <xsl:sequence select="$names[not(local:unit(.)/self::s ! ed:originals(.) intersect $units)]"/>
  </xsl:function>

  <!-- What can be linked to: the note, the sentence, or the block that a name stands in. -->
  <xsl:function name="local:unit" as="element()?" cache="yes">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      ($name/ancestor::note[@xml:id][last()], $name/ancestor-or-self::s[@xml:id][1],
        $name/ancestor::*[@xml:id][ancestor::text][1])[1]"/>
  </xsl:function>

  <!-- A kind of unit; its label's key ends in `s` for several. -->
  <xsl:function name="local:what" as="xs:string" cache="yes">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="plural" as="xs:string?"/>
    <xsl:variable name="kind" as="xs:string"
      select="if ($unit/self::note) then 'note' else if ($unit/self::s) then 'sentence' else 'paragraph'"/>
    <xsl:variable name="what" as="xs:string" select="ed:label($kind || $plural)"/>
    <xsl:variable name="translation" as="element(div)?" select="ed:version($unit)[@type eq 'translation']"/>
    <xsl:sequence select="
      string-join(($translation ! ed:version-words(.), lower-case($what)), ', ')"/>
  </xsl:function>

  <xsl:function name="local:kind" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="ed:target(tokenize(($name/@ref, $name/@target)[1])[1], $name)"/>
    <xsl:sequence select="ed:kind(($entry, $name)[1])"/>
  </xsl:function>

  <xsl:function name="local:name" as="xs:string" cache="yes">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="ed:target(tokenize(($name/@ref, $name/@target)[1])[1], $name)"/>
    <xsl:sequence select="if ($entry) then ed:sort-name($entry, $ed:language) else ed:text($name)"/>
  </xsl:function>

</xsl:stylesheet>
