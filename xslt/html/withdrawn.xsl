<?xml version="1.0" encoding="UTF-8"?>
<!-- What was published and is gone: where its address led, a few words say why, and where to look now. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/withdrawn.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The notes of a text or register, below it. Those of the edition's header have pages of their own. -->
  <xsl:template name="ed:withdrawn" as="element(h:section)?">
    <xsl:variable name="notes" as="element(note)*" select="/TEI/standOff/note[@type eq 'withdrawn'][@xml:id]"/>
    <xsl:if test="$notes">
      <section class="withdrawn" aria-labelledby="page:withdrawn">
        <h2 id="page:withdrawn">{ed:label('withdrawn')}</h2>
        <ul>
          <xsl:for-each select="$notes">
            <li>
              <xsl:sequence select="ed:id(@xml:id)"/>
              <code>{@xml:id}</code>
              <xsl:text>{ed:label('colon')}</xsl:text>
              <xsl:sequence select="ed:why-withdrawn(.)"/>
              <xsl:text> </xsl:text>
              <xsl:call-template name="ed:successors"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The words of a note. -->
  <xsl:function name="ed:why-withdrawn" as="element(h:span)">
    <xsl:param name="note" as="element(note)"/>
    <span>
      <xsl:sequence select="ed:lang($note)"/>
      <xsl:apply-templates select="$note/node()" mode="ed:text"/>
    </span>
  </xsl:function>

  <!-- "See", and what took the place of what is gone. Starts at a note. -->
  <xsl:template name="ed:successors" as="node()*">
    <xsl:variable name="note" as="element(note)" select="."/>
    <xsl:for-each select="tokenize(@corresp)[ed:href(., $note)]">
      <xsl:text>{if (position() eq 1) then ed:label('look-now') || ' ' else ', '}</xsl:text>
      <a href="{ed:href(., $note)}">
        <xsl:sequence select="local:called(., $note)"/>
      </a>
    </xsl:for-each>
  </xsl:template>

  <!-- What a pointer leads to: an entry's name; a document's title, or else its name; and a sentence of it. -->
  <xsl:function name="local:called" as="item()+">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="entry" as="element()?" select="ed:target($pointer, $note)[not(ancestor::text)][ed:names(.)]"/>
    <xsl:variable name="path" as="xs:string" select="substring-before($pointer || '#', '#')"/>
    <xsl:variable name="stem" as="xs:string" select="replace($path, '^.*/|\.xml$', '')"/>
    <xsl:variable name="known" as="element(ed:facts)?" select="$documents/ed:all/ed:facts[@doc eq $stem]"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:sequence select="if ($entry) then ed:name-of($entry) else if ($known) then ed:facts-title($known) else $stem"/>
    <xsl:if test="$id and not($entry)">
      <xsl:text>{', '[$path]}{
        if (matches($id, '-s[0-9]+$')) then lower-case(ed:label('sentence')) || ' ' || ed:number-in($id) else $id}</xsl:text>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
