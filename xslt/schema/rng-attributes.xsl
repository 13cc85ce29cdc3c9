<?xml version="1.0" encoding="UTF-8"?>
<!-- Attribute definitions → patterns. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:ed="urn:tei-edition"
  xmlns="http://relaxng.org/ns/structure/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- attDef → attribute. Starts at each attribute that an element or a class keeps. -->
  <xsl:mode name="rng-attribute" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="attDef[@usage = 'req']" mode="rng-attribute" as="element()">
    <attribute name="{@ident}">
      <xsl:sequence select="ed:documentation(.)"/>
      <xsl:sequence select="ed:attribute-value(.)"/>
    </attribute>
  </xsl:template>

  <xsl:template match="attDef[not(@usage = 'req')]" mode="rng-attribute" as="element()">
    <optional>
      <attribute name="{@ident}">
        <xsl:sequence select="ed:documentation(.)"/>
        <xsl:sequence select="ed:attribute-value(.)"/>
      </attribute>
    </optional>
  </xsl:template>

  <!-- A closed list of values comes before the datatype; more than one value makes a list. -->
  <xsl:function name="ed:attribute-value" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="value" as="element()">
      <xsl:apply-templates select="($attribute/valList[@type = 'closed'], $attribute/datatype/dataRef)[1]" mode="rng-content"/>
    </xsl:variable>
    <xsl:variable name="values" as="element()+" select="ed:repeated($value, ($attribute/datatype, $attribute)[1])"/>
    <xsl:choose>
      <xsl:when test="$attribute/datatype/(@minOccurs | @maxOccurs)">
        <list>
          <xsl:sequence select="$values"/>
        </list>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$values"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
