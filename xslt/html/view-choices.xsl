<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader can choose above a text: the text as it is read or as the source has it, and what is to be told
     apart in it; and what its signs mean. The style sheet does it; a script remembers it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/html/view-choices.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <!-- Starts at a text; nothing where there is nothing to choose and no sign. -->
  <xsl:template name="ed:view-choices" as="element(h:div)?">
    <xsl:where-populated>
      <div class="choices view-choices" lang="{$ed:language}" dir="ltr">
        <xsl:call-template name="local:views"/>
        <xsl:call-template name="local:kinds"/>
        <xsl:call-template name="local:signs"/>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <!-- Which text: where the editors changed nothing, there is only one. -->
  <xsl:template name="local:views" as="element(h:fieldset)?">
    <xsl:if test=".//(choice | supplied | del | surplus | add | sic)">
      <fieldset class="views">
        <legend>{ed:label('text')}</legend>
        <xsl:for-each select="'reading', 'source', 'both'">
          <label>
            <input type="radio" name="page:view" class="view-{.}" value="{.}">
              <xsl:if test="position() eq 1">
                <xsl:attribute name="checked" select="'checked'"/>
              </xsl:if>
            </input>
            <xsl:text> {ed:label('view-' || .)}</xsl:text>
          </label>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- What can be told apart: a switch for each kind of thing that the text has, each under its own sign. -->
  <xsl:template name="local:kinds" as="element(h:fieldset)?">
    <xsl:variable name="named" as="xs:string*" select="distinct-values(.//*[@ref]/ed:kind(.))"/>
    <xsl:variable name="kinds" as="xs:string*" select="
      ('person', 'place', 'org', 'event', 'bibl')[. = $named], 'date'[current()//date], 'figure'[current()//(measure | num)]"/>
    <xsl:if test="exists($kinds)">
      <fieldset class="kinds">
        <legend>{ed:label('tell-apart')}</legend>
        <xsl:for-each select="$kinds">
          <label>
            <input type="checkbox" name="page:mark" class="mark-{.}" value="{.}"/>
            <xsl:text> </xsl:text>
            <span class="sign-{.}">{lower-case(ed:label(. || 's'))}</span>
          </label>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- What the signs mean that this text uses. -->
  <xsl:template name="local:signs" as="element(h:p)?">
    <xsl:variable name="signs" as="element()*">
      <xsl:if test=".//choice[corr or reg]">
        <span class="correction">
          <ins>{ed:label('corrected')}</ins>
        </span>
      </xsl:if>
      <xsl:if test=".//del">
        <span class="of-source">
          <del class="del">{ed:label('del')}</del>
        </span>
      </xsl:if>
      <xsl:if test=".//add">
        <span class="of-source">⟨{ed:label('add')}⟩</span>
      </xsl:if>
      <xsl:for-each select="('supplied', 'unclear')[. = current()//(supplied | unclear)/local-name()]">
        <span>[{lower-case(ed:label(.))}{'?'[current() eq 'unclear']}]</span>
      </xsl:for-each>
      <xsl:if test=".//gap">
        <span>[…] {ed:label('gap')}</span>
      </xsl:if>
      <xsl:if test=".//sic[not(parent::choice)]">
        <span class="damaged">{ed:label('damaged')}</span>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$signs">
      <p class="signs">
        <span class="kind">{ed:label('signs')}</span>
        <xsl:for-each select="$signs">
          <xsl:text> </xsl:text>
          <xsl:sequence select="."/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
