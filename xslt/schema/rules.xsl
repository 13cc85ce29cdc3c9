<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules, as the program writes them (ed:rules) → their page, rules.html, in English. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <xsl:import href="../html/shared.xsl"/>

  <!-- The prepared edition.xml. -->
  <xsl:param name="header" as="document-node()" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'./'"/>
  <!-- The ODD whose rules are among these; nothing where they come from elsewhere. -->
  <xsl:param name="odd" as="document-node()?" select="()"/>
  <xsl:variable name="ed:odd" as="document-node()?" select="$odd"/>
  <xsl:variable name="ed:language" as="xs:string" select="'en'"/>

  <xsl:include href="rules-page.xsl"/>
  <xsl:include href="odd.xsl"/>
  <xsl:include href="examples.xsl"/>

</xsl:stylesheet>
