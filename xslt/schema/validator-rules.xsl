<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules, assertions and their messages → templates. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-xslt-made"
  xmlns:local="xslt/schema/validator-rules.xsl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  expand-text="no"
  exclude-result-prefixes="#all">

  <!-- The words of a message → instructions that make them. Starts at the children of an assertion. -->
  <xsl:mode name="validator-message" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The first rule of a pattern that is about a node wins, so it gets the highest priority.
       A rule that cannot be evaluated is a finding too: it must not hide the others. -->
  <xsl:template match="sch:rule" mode="validator" as="element()">
    <out:template match="{@context}" mode="{../@id}" priority="{count(following-sibling::sch:rule) + 1}">
      <out:try>
        <xsl:apply-templates select="*" mode="validator"/>
        <out:catch errors="*">
          <out:sequence select="ed:finding(., '{../@id}', 'error',
            'The rule {../@id} cannot be evaluated here: ' || $err:description || ' Hint: Mend the rule in the ODD.')"
            xmlns:err="http://www.w3.org/2005/xqt-errors"/>
        </out:catch>
      </out:try>
      <out:apply-templates select="@*, node()" mode="#current"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let" mode="validator" as="element()">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert" mode="validator" as="element()">
    <out:if test="not({@test})">
      <xsl:sequence select="local:finding(.)"/>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report" mode="validator" as="element()">
    <out:if test="{@test}">
      <xsl:sequence select="local:finding(.)"/>
    </out:if>
  </xsl:template>

  <xsl:function name="local:finding" as="element()+">
    <xsl:param name="assertion" as="element()"/>
    <out:variable name="message" as="xs:string">
      <out:value-of separator="">
        <xsl:apply-templates select="$assertion/node()" mode="validator-message"/>
      </out:value-of>
    </out:variable>
    <out:sequence select="ed:finding(., '{$assertion/ancestor::sch:pattern/@id}', '{local:severity($assertion/@role)}', $message)"/>
  </xsl:function>

  <!-- The words for severity that Schematron schemas use; without one it is an error. -->
  <xsl:function name="local:severity" as="xs:string">
    <xsl:param name="role" as="xs:string?"/>
    <xsl:sequence select="
      if ($role = ('warning', 'warn', 'nonfatal')) then 'warning'
      else if ($role = ('info', 'information')) then 'info'
      else 'error'"/>
  </xsl:function>

  <xsl:template match="text()" mode="validator-message" as="element()">
    <out:text>
      <xsl:value-of select="."/>
    </out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="validator-message" as="element()">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="validator-message" as="element()">
    <out:value-of select="{(@path, 'name()')[1]}"/>
  </xsl:template>

  <xsl:template match="sch:emph" mode="validator-message" as="element()*">
    <xsl:apply-templates mode="validator-message"/>
  </xsl:template>

  <xsl:template match="sch:title" mode="validator" as="empty-sequence()"/>

</xsl:stylesheet>
