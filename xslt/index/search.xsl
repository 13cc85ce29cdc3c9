<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml → the page to search in, search.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:all: the prepared registers. -->
  <xsl:param name="registers" as="document-node()" select="ed:not-given('registers')"/>
  <!-- ed:named: the entries that documents name, each with its kind and its key. -->
  <xsl:param name="named" as="document-node()" select="ed:not-given('named')"/>
  <!-- The languages that can be searched, those with most sentences first, each with the number of the sections that
       its index is divided in: `en:16 fr:1`. -->
  <xsl:param name="searched" as="xs:string" select="ed:not-given('searched')"/>

  <xsl:include href="search-page.xsl"/>

</xsl:stylesheet>
