<?xml version="1.0" encoding="UTF-8"?>
<!-- Events that several documents name in a sentence with a date: these dates, the earliest first. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/index/differences-events.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:key name="local:dated" match="ed:unit[@kind eq 's'][.//ed:date]" use="(descendant::ed:mention ! tokenize(@ref)) => distinct-values()"/>

  <xsl:template name="ed:events-compared" as="element(h:section)?">
    <xsl:variable name="groups" as="element()*">
      <xsl:for-each select="$events/ed:all/ed:entries/ed:entry[$topic = ('', 'event:' || @key)]">
        <xsl:variable name="units" as="element(ed:unit)*"
          select="key('local:dated', @key, $facts) intersect $facts/ed:all/ed:facts/ed:own-units(.)"/>
        <xsl:if test="ed:in-several($units)">
          <xsl:call-template name="local:event">
            <xsl:with-param name="dates" select="$units//ed:date[ed:date-of(.)]"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$groups">
      <section class="differing" aria-labelledby="page:events">
        <h2 id="page:events">{ed:label('events-compared')}</h2>
        <p class="details">{ed:label('events-compared-how')}</p>
        <xsl:sequence select="$groups"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="local:event" as="element()+">
    <xsl:param name="dates" as="element(ed:date)*"/>
    <h3>
      <a href="{$root}{ed:entry-address(substring-before(@key, '.'), substring-after(@key, '.'))}">
        <xsl:sequence select="ed:lang(.)"/>
        <xsl:text>{ed:capitalised(.)}</xsl:text>
      </a>
      <xsl:if test="@date ne ''">
        <span class="details"> {ed:label('in-register')}{ed:label('colon')}{@date}</span>
      </xsl:if>
    </h3>
    <table class="dated">
      <thead class="for-speech">
        <tr>
          <th scope="col">{ed:label('when')}</th>
          <th scope="col">{ed:label('sentence')}</th>
        </tr>
      </thead>
      <xsl:for-each-group select="$dates" group-by="ed:date-of(.)">
        <xsl:sort select="string((@when, @from, @to, @notBefore, @notAfter)[1])"/>
        <xsl:call-template name="ed:said-in">
          <xsl:with-param name="said" select="current-grouping-key()"/>
          <xsl:with-param name="marked" select="current-group()"/>
          <xsl:with-param name="most" select="ed:most-quoted(count($dates))"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </table>
  </xsl:template>

</xsl:stylesheet>
