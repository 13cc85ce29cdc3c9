<?xml version="1.0" encoding="UTF-8"?>
<!-- What several kinds of pages are given, each as far as it needs it; its own file says what only one is given. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The way from the page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="ed:not-given('root')"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" select="ed:not-given('locales')"/>
  <!-- Whether there is a PDF of what the page shows. -->
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- ed:all: facts of documents: of all or of some, all facts or those that the page shows. -->
  <xsl:param name="facts" as="document-node()" select="ed:not-given('facts')"/>
  <!-- ed:years: the years that have pages of their own. -->
  <xsl:param name="years" as="document-node()" select="ed:not-given('years')"/>
  <!-- Of a page that is divided: the years or subjects that have pages of their own. -->
  <xsl:param name="inside" as="document-node()?" select="()"/>
  <!-- ed:comparisons: the pages that compare two documents. -->
  <xsl:param name="comparisons" as="document-node()" select="ed:not-given('comparisons')"/>
  <!-- The prepared edition.xml, for a page that is made of something else. -->
  <xsl:param name="header" as="document-node()" select="ed:not-given('header')"/>
  <!-- The ODD; nothing where rules come from elsewhere. -->
  <xsl:param name="odd" as="document-node()?" select="()"/>

  <!-- Stops: a page asks for what it was not given. -->
  <xsl:function name="ed:not-given" as="item()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="error(xs:QName('ed:not-given'), 'The page was not given ' || $name)"/>
  </xsl:function>

</xsl:stylesheet>
