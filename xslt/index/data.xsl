<?xml version="1.0" encoding="UTF-8"?>
<!-- The prepared edition.xml, and what there is → the page on the edition's data, data.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- The paths of the files for programs, one a line: those of the whole edition and those of its first document. -->
  <xsl:param name="files" as="xs:string" select="ed:not-given('files')"/>

  <xsl:include href="data-page.xsl"/>

</xsl:stylesheet>
