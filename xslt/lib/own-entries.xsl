<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register's own entries, not those that it carries. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:tei-edition"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:function name="ed:own-entries" as="element()*">
    <xsl:param name="register" as="element(TEI)"/>
    <xsl:sequence select="
      $register/(standOff[not(@type eq 'carried')] | text)
        //(person | personGrp | place | org | event | bibl | biblStruct | object)[@xml:id]"/>
  </xsl:function>

</xsl:stylesheet>
