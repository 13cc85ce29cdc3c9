<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules and their assertions → templates. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-xslt-made"
  xmlns:schema="xslt/schema/validator-schema.xsl"
  xmlns:local="xslt/schema/validator-rules.xsl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  expand-text="no"
  exclude-result-prefixes="#all">

  <!-- Earlier rules have a higher priority, so the first one that is about a node is the one that it meets;
       in a walk that patterns share it goes on to the next of them. -->
  <xsl:template match="sch:rule" mode="validator" as="element()">
    <xsl:variable name="mode" as="xs:string" select="schema:mode(..)"/>
    <out:template match="{@context}" mode="{$mode}" priority="{count(following::sch:rule) + 1}">
      <xsl:sequence select="local:version(.)"/>
      <xsl:sequence select="local:tried(.)"/>
      <xsl:if test="$mode eq 'single'">
        <out:next-match/>
      </xsl:if>
    </out:template>
  </xsl:template>

  <!-- What a rule looks at. One that cannot be evaluated is a finding too: it must not hide the others.
       To be ready for that costs half of the time, so a validator is made so only when one of its rules has failed. -->
  <xsl:function name="local:tried" as="element()*">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="tests" as="element()*">
      <xsl:apply-templates select="$rule/../sch:let[not(schema:is-global(.))], $rule/*" mode="validator"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$guarded">
        <out:try>
          <xsl:sequence select="$tests"/>
          <out:catch errors="*">
            <out:sequence xmlns:err="http://www.w3.org/2005/xqt-errors" select="
              ed:finding(., '{local:quoted($rule/../@id)}', '{local:quoted(local:name($rule))}', 'error',
                'This rule cannot be evaluated here: ' || $err:description || ' Hint: Mend the rule in its schema.')"/>
          </out:catch>
        </out:try>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$tests"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A variable of a pattern is about the whole document, one of a rule about the rule's node. -->
  <xsl:template match="sch:let" mode="validator" as="element()">
    <xsl:variable name="select" as="xs:string?" select="if (parent::sch:pattern) then 'root() ! (' || @value || ')' else @value"/>
    <out:variable name="{@name}">
      <xsl:sequence select="@as, local:version(.)"/>
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:attribute name="select" select="$select"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="node()"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <xsl:template match="sch:assert" mode="validator" as="element()">
    <out:if test="not(({@test}))">
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
    <xsl:variable name="subject" as="xs:string?" select="($assertion, $assertion/..)/@subject[last()]"/>
    <out:variable name="message" as="xs:string">
      <out:value-of separator="">
        <xsl:apply-templates select="$assertion" mode="validator-message"/>
      </out:value-of>
    </out:variable>
    <out:sequence select="ed:finding({if ($subject) then '((' || $subject || '), .)[1]' else '.'},
      '{local:quoted($assertion/ancestor::sch:pattern/@id)}', '{local:quoted(local:name($assertion))}',
      '{local:severity($assertion)}', $message)"/>
  </xsl:function>

  <!-- What people can find a rule by: the nearest id. -->
  <xsl:function name="local:name" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="string($part/ancestor-or-self::*[self::sch:pattern or self::sch:rule or self::sch:assert or self::sch:report][@id][1]/@id)"/>
  </xsl:function>

  <!-- The words for severity that Schematron schemas use; without one it is an error. -->
  <xsl:function name="local:severity" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
      for $part in ($assertion, $assertion/.., $assertion/../..) return $part/(@role, @flag) ! lower-case(normalize-space(.))"/>
    <xsl:variable name="levels" as="xs:string*" select="
      for $word in $words return
        if ($word = ('warning', 'warn', 'nonfatal')) then 'warning'
        else if ($word = ('info', 'information', 'informational', 'hint', 'note')) then 'info'
        else if ($word = ('error', 'fatal')) then 'error'
        else ()"/>
    <xsl:sequence select="($levels, 'error')[1]"/>
  </xsl:function>

  <!-- XPath 1.0 is understood as it was meant, if not of the same type. -->
  <xsl:function name="local:version" as="attribute(version)?">
    <xsl:param name="part" as="element()"/>
    <xsl:if test="lower-case($part/ancestor::sch:schema/@queryBinding) = ('', 'xslt', 'xslt1', 'xpath', 'xpath1')
      or empty($part/ancestor::sch:schema/@queryBinding)">
      <xsl:attribute name="version" select="'1.0'"/>
    </xsl:if>
  </xsl:function>

  <!-- A text that can stand between apostrophes in an XPath. -->
  <xsl:function name="local:quoted" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:sequence select="replace(string($text), '''', '''''')"/>
  </xsl:function>

  <!-- What is there for readers only, or was read elsewhere. -->
  <xsl:template match="sch:title | sch:p | sch:diagnostics | sch:properties | sch:ns | *[not(self::sch:*)]"
    mode="validator" as="empty-sequence()"/>

  <xsl:template match="sch:*" mode="validator" as="empty-sequence()" priority="-1">
    <xsl:message terminate="yes" expand-text="yes">The Schematron schema has the element “{local-name()}”, which is not known.</xsl:message>
  </xsl:template>

</xsl:stylesheet>
