<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, and what there is → the page on the edition's data, data.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The paths of the files for programs, one a line: those of the whole edition and those of its first document. -->
  <xsl:param name="files" as="xs:string" required="yes"/>
  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>
  <xsl:param name="pdf" as="xs:boolean" select="false()"/>
  <!-- The way from this page to the site's first folder. -->
  <xsl:param name="root" as="xs:string" select="'./'"/>

  <xsl:include href="../html/shared.xsl"/>
  <xsl:include href="data-page.xsl"/>

</xsl:stylesheet>
