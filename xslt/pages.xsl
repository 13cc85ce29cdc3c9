<?xml version="1.0" encoding="UTF-8"?>
<!-- All pages of the site in one stylesheet, which is compiled once; each kind of page is a mode to start in, called
     as its file is: index/entry.xsl is the mode ed:entry. A kind may use what the shared files of html/ and of its
     own folder have, and its own files, but none of another kind's: a page is made again only where these change. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="html/shared.xsl"/>
  <xsl:include href="html/document.xsl"/>

  <xsl:include href="index/shared.xsl"/>
  <xsl:include href="index/contents.xsl"/>
  <xsl:include href="index/year.xsl"/>
  <xsl:include href="index/register.xsl"/>
  <xsl:include href="index/entry.xsl"/>
  <xsl:include href="index/map.xsl"/>
  <xsl:include href="index/chronology.xsl"/>
  <xsl:include href="index/differences.xsl"/>
  <xsl:include href="index/comparison.xsl"/>
  <xsl:include href="index/search.xsl"/>
  <xsl:include href="index/withdrawn.xsl"/>
  <xsl:include href="index/data.xsl"/>

  <xsl:include href="schema/shared.xsl"/>
  <xsl:include href="schema/rules.xsl"/>
  <xsl:include href="schema/manual.xsl"/>
  <xsl:include href="schema/elements.xsl"/>

</xsl:stylesheet>
