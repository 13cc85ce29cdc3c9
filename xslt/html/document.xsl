<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document → its page, documents/<id>.html. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" exclude-result-prefixes="#all">

  <!-- ed:pages: this page in each of its languages. -->
  <xsl:param name="pages" as="document-node()" select="ed:not-given('pages')"/>

  <xsl:include href="document-page.xsl"/>
  <xsl:include href="named.xsl"/>

</xsl:stylesheet>
