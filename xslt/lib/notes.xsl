<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes of a text: which of them are footnotes, and under which number they are known everywhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Whether a note, or a place where witnesses differ, has a number in the text and stands elsewhere itself.
       What stands between blocks, in another note or in a register entry is read where it is, as the source's own notes are. -->
  <xsl:function name="ed:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
      exists($note[self::note | self::app][ancestor::text][not(ancestor::note or ancestor::app or @type eq 'source')]
        [not(parent::div or parent::body or parent::front or parent::back or parent::person or parent::place
          or parent::org or parent::event or parent::bibl)])"/>
  </xsl:function>

  <!-- The number of a footnote of a prepared document, or what its author numbered it with. -->
  <xsl:function name="ed:note-number" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string($note/@n)"/>
  </xsl:function>

</xsl:stylesheet>
