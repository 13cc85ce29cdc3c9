<?xml version="1.0" encoding="UTF-8"?>
<!-- The source as a thing, as facts: where it lies, what it holds, what it is made of, where it has been;
     its witnesses, and the letter as an event. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/pdf/source-description.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes" exclude-result-prefixes="#all">

  <xsl:template match="msContents | physDesc | history | additional | correspDesc" mode="ed:fact" as="element(Q{}p)*" priority="2">
    <xsl:apply-templates select="*" mode="local:part"/>
  </xsl:template>

  <!-- Of the thing, what says where it lies; the rest are facts of their own. -->
  <xsl:template match="msDesc" mode="ed:fact" as="element(Q{}p)*" priority="2">
    <p kind="first">
      <xsl:sequence select="ed:line(msIdentifier/*)"/>
    </p>
    <xsl:apply-templates select="head, ed:to-print(p)" mode="local:part"/>
  </xsl:template>

  <xsl:template match="listWit | handNotes" mode="ed:fact" as="element(Q{}p)*" priority="2">
    <xsl:for-each select="head | witness | handNote">
      <p kind="first">
        <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
        <xsl:text>{self::witness/ed:siglum(.) ! (. || ed:label('colon'))}</xsl:text>
        <xsl:apply-templates mode="ed:print"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="catRef" mode="ed:fact" as="element(Q{}p)" priority="2">
    <p kind="first">{string-join(tokenize(@target) ! (ed:target(., current())/ed:category-name(.), .)[1], ', ')}</p>
  </xsl:template>

  <!-- The pictures of the source, by the names of their files. -->
  <xsl:template match="facsimile" mode="ed:fact" as="element(Q{}p)" priority="2">
    <p kind="first">
      <xsl:for-each select="surface">
        <xsl:if test="position() gt 1"> · </xsl:if>
        <xsl:value-of select="label[1] ! (ed:text(.) || ed:label('colon'))"/>
        <xsl:for-each select="graphic">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:apply-templates select="." mode="ed:print"/>
        </xsl:for-each>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- A picture is named, not loaded; an address on the web is a link. -->
  <xsl:template match="graphic[@url]" mode="ed:print" as="item()*" priority="1">
    <xsl:variable name="link" as="attribute(href)?" select="ed:print-link(@url)[name() eq 'href']"/>
    <xsl:choose>
      <xsl:when test="$link">
        <link>
          <xsl:sequence select="$link"/>
          <xsl:value-of select="@url"/>
        </link>
      </xsl:when>
      <xsl:otherwise>{@url}</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="desc[1] ! (' (' || ed:text(.) || ')')"/>
  </xsl:template>

  <!-- part: one statement → a line that begins with what it is about. Starts at the children of a description. -->
  <xsl:mode name="local:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:part" as="element(Q{}p)?">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:if test="normalize-space()">
      <p kind="first">
        <xsl:apply-templates select="@xml:id, @xml:lang" mode="ed:print"/>
        <xsl:if test="ed:has-label($name) and not(self::note)">
          <aside>{ed:label($name)}{ed:colon()} </aside>
        </xsl:if>
        <xsl:for-each select="if (p) then p else .">
          <xsl:if test="position() gt 1">{' '}</xsl:if>
          <xsl:apply-templates mode="ed:print"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What only holds statements. -->
  <xsl:template match="supportDesc[not(p)] | layoutDesc[layout] | handDesc[handNote] | typeDesc[typeNote] | sealDesc[seal]
      | adminInfo" mode="local:part" as="element(Q{}p)*">
    <xsl:apply-templates select="*" mode="local:part"/>
  </xsl:template>

  <xsl:template match="objectDesc[not(p)]" mode="local:part" as="element(Q{}p)*">
    <xsl:if test="@form">
      <p kind="first">
        <aside>{ed:label('objectDesc')}{ed:colon()} </aside>
        <xsl:text>{@form}</xsl:text>
      </p>
    </xsl:if>
    <xsl:apply-templates select="*" mode="local:part"/>
  </xsl:template>

  <xsl:template match="availability" mode="local:part" as="element(Q{}p)*">
    <xsl:apply-templates select="." mode="ed:fact"/>
  </xsl:template>

  <!-- Sent by whom, from where, when; a text of several with its beginning and its end: the parts in a line. -->
  <xsl:template match="correspAction | correspContext | msItem" mode="local:part" as="element(Q{}p)">
    <p kind="first">
      <xsl:if test="not(self::msItem)">
        <aside>{ed:label((@type, local-name())[1])}{ed:colon()} </aside>
      </xsl:if>
      <xsl:sequence select="ed:line(*)"/>
    </p>
  </xsl:template>

  <xsl:template match="incipit | explicit | altIdentifier" mode="ed:part" as="node()*" priority="1">
    <aside>{ed:label(local-name())}{ed:colon()} </aside>
    <xsl:apply-templates mode="ed:print"/>
  </xsl:template>

  <!-- What stands in a statement and looks like the words around it. -->
  <xsl:template match="material | locus | msName | support | category | height | width" mode="ed:print" as="node()*">
    <xsl:apply-templates select="." mode="ed:own-language"/>
  </xsl:template>

  <!-- Height and width with their unit: 297 × 210 mm. -->
  <xsl:template match="dimensions" mode="ed:print" as="text()">
    <xsl:text>{string-join((height, width) ! ed:text(.), ' × ')}{(@unit, */@unit)[1] ! (' ' || .)}</xsl:text>
  </xsl:template>

</xsl:stylesheet>
