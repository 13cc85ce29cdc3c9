<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document → its facts: what pages about the whole edition need to know of it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">

  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/units.xsl"/>
  <xsl:include href="../lib/notes.xsl"/>
  <xsl:include href="../lib/numbers.xsl"/>
  <xsl:include href="facts-document.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

</xsl:stylesheet>
