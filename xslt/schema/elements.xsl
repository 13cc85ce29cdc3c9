<?xml version="1.0" encoding="UTF-8"?>
<!-- The specifications of the ODD → the reference of all elements, elements.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="elements-page.xsl"/>
  <xsl:include href="elements-content.xsl"/>
  <xsl:include href="elements-attributes.xsl"/>

</xsl:stylesheet>
