<?xml version="1.0" encoding="UTF-8"?>
<!-- The print XML of one document, and what it is made of. No element has a namespace; all words are text.

     print (id lang running volume) a PDF: its language, the words of its running head, its number where there are several
       meta (name)              title, author, keyword, description: for the file, not for the page;
                                created (when-iso and so on, as date): for the chronology of the edition;
                                asked: an id of this volume that another volume asks for
       halftitle                the title alone, and volume
       titlepage                over, title+ (lang), volume, line*: what stands above and below the title
       imprint                  facts: version, rights, citation, identifiers, and fingerprint: where that of the attached files goes
       contents (title depth)   where the table of contents goes
       section (kind page turned lang) begins with heading (id level short lang); page="new" begins a page, turned turns it
     blocks: p (kind: first center right hanging navigation credit page), block, blockquote, figure, notice,
       list (kind from) of item, table (columns) of row (kind) of cell (cols rows), verse of line,
       facts of fact (label), entry (id) of name and detail (label), index of section and term (id begins): begins a letter
     beside each other: parallel (columns) of title, one for each column, and unit (begins) of version, one for each column,
       in which absent stands for nothing; of remark; and of foot of version of note (id), the unit's notes.
       What began in an earlier unit has continues="yes"; a list, the number that it goes on from
     in a line: s (n, next or column), link (to | href), note (mark kind id lang), call (to mark) of a note at a unit's foot,
       quoted (marks), mentions (page) of mention (to n), locators of at (to): the pages of places,
       date (when-iso from-iso to-iso notBefore-iso notAfter-iso),
       em strong sup sub caps spaced underline strike aside (kind: page) warning code br span unknown
     Everything may have id and lang. `to` names an id of the same print; `far` one that is not in it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/print.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <!-- The text as it is printed: what mentions are looked up in (mentions.xsl). -->
  <xsl:variable name="ed:texts" as="document-node()">
    <xsl:document>
      <xsl:for-each select="/TEI">
        <text title="{ed:print-title(.)}">
          <xsl:call-template name="local:text"/>
        </text>
      </xsl:for-each>
    </xsl:document>
  </xsl:variable>

  <xsl:template match="/TEI" mode="ed:book" as="element(Q{}print)">
    <print id="{@xml:id}" lang="{$ed:language}" running="{ed:print-title(.)}">
      <xsl:sequence select="ed:meta(.)"/>
      <xsl:sequence select="ed:halftitle(.)"/>
      <xsl:apply-templates select="teiHeader" mode="ed:titlepage"/>
      <xsl:sequence select="ed:imprint(.)"/>
      <contents title="{ed:label('contents')}" depth="2"/>
      <xsl:sequence select="ed:abstract(., 1)"/>
      <xsl:sequence select="$ed:texts/Q{}text/Q{}section"/>
      <xsl:sequence select="ed:about(., ed:label('about'), 1)"/>
      <xsl:call-template name="local:named"/>
      <xsl:sequence select="ed:chronology(@xml:id, ()), ed:indexes(@xml:id, standOff[@type eq 'carried']/*/*)"/>
    </print>
  </xsl:template>

  <xsl:template name="local:text" as="element(Q{}section)">
    <xsl:variable name="text" as="element(Q{}block)">
      <block>
        <xsl:apply-templates select="@xml:lang" mode="ed:print"/>
        <xsl:apply-templates select="text" mode="ed:print">
          <xsl:with-param name="level" tunnel="yes" select="2"/>
        </xsl:apply-templates>
      </block>
    </xsl:variable>
    <section kind="text" page="new">
      <xsl:if test="$text//Q{}parallel/@columns = '3'">
        <xsl:attribute name="turned" select="'yes'"/>
      </xsl:if>
      <xsl:sequence select="ed:heading('text.' || @xml:id, ed:label('text'), 1)"/>
      <xsl:if test="text//*[ed:is-hateful(.)]">
        <notice>
          <p kind="first">{replace(ed:label('hateful-notice'), '\s*:$', '.')}</p>
        </notice>
      </xsl:if>
      <xsl:sequence select="$text"/>
    </section>
  </xsl:template>

  <!-- The register entries that the document names, kind by kind. -->
  <xsl:template name="local:named" as="element(Q{}section)?">
    <xsl:variable name="lists" as="element()*" select="standOff[@type eq 'carried']/*[*]"/>
    <xsl:if test="$lists">
      <section kind="named">
        <xsl:sequence select="ed:heading('named.' || @xml:id, ed:label('named'), 1)"/>
        <xsl:for-each-group select="$lists" group-by="ed:kind(*[1])">
          <xsl:sort select="index-of(('person', 'place', 'org', 'event', 'bibl'), current-grouping-key())"/>
          <section>
            <xsl:sequence select="
              ed:heading('named.' || @xml:id || current-grouping-key(), ed:label(if (current-grouping-key() eq 'bibl') then 'sources-cited' else current-grouping-key() || 's'), 2)"/>
            <xsl:sequence select="ed:entries(current-group()/*)"/>
          </section>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
