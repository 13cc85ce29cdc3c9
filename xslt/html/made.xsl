<?xml version="1.0" encoding="UTF-8"?>
<!-- At the foot of every page: which version of the edition it belongs to. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- The version and its date. What the page was built from, the program writes into the last element when it
       publishes, so that a page that is kept for the next build does not depend on it (`stamp` in commit.py). -->
  <xsl:template name="ed:made" as="element(h:p)">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="version" as="xs:string" select="substring(ed:cited-version($header), 3)"/>
    <xsl:variable name="comma" as="xs:string" select="if ($version) then ', ' else ''"/>
    <p class="made">
      <xsl:text>{ed:capitalised($version)}</xsl:text>
      <span class="commit" data-at="{$comma}{ed:label('built-from')}" data-modified="{$comma}{ed:label('modified')}"></span>
    </p>
  </xsl:template>

</xsl:stylesheet>
