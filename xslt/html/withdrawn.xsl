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
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The words of a note, and links to what it points to. -->
  <xsl:function name="ed:why-withdrawn" as="node()+">
    <xsl:param name="note" as="element(note)"/>
    <span>
      <xsl:sequence select="ed:lang($note)"/>
      <xsl:apply-templates select="$note/node()" mode="ed:text"/>
    </span>
    <xsl:for-each select="tokenize($note/@corresp) ! ed:href(., $note)">
      <xsl:text>{if (position() eq 1) then ' ' || ed:label('look-now') || ' ' else ', '}</xsl:text>
      <a href="{.}">{replace(., '^(\.\./|\./)+', '')}</a>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
