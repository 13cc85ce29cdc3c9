<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared register → ed:entries: each entry that gets a page, by itself, with the files of its page, what other
     pages need to call it (ed:called), and all that its page needs from elsewhere: the titles of the register and of the edition, the
     version, the relations that name it, and of each entry that it points to, stands in or holds, what that is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition" xmlns:local="xslt/index/entries.xsl"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xs local">

  <!-- ed:locales: what the CLDR knows of the languages of our pages. -->
  <xsl:param name="locales" as="document-node()" required="yes"/>

  <xsl:include href="../lib/labels.xsl"/>
  <xsl:include href="../lib/pages.xsl"/>
  <xsl:include href="../lib/pointers.xsl"/>
  <xsl:include href="../lib/text.xsl"/>
  <xsl:include href="../lib/entries.xsl"/>
  <xsl:include href="../lib/own-entries.xsl"/>

  <!-- The register → its entries. Starts at the document node. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:key name="local:relation" match="relation"
    use="(@active, @passive, @mutual) ! tokenize(.)[starts-with(., '#')] ! substring(., 2)"/>

  <xsl:template match="/" as="element(ed:entries)">
    <ed:entries>
      <xsl:for-each-group select="ed:own-entries(TEI)[ed:has-page(@xml:id)]" group-by="string(@xml:id)">
        <xsl:call-template name="local:entry"/>
      </xsl:for-each-group>
    </ed:entries>
  </xsl:template>

  <xsl:template name="local:entry" as="element(ed:entry)">
    <xsl:variable name="relations" as="element(relation)*" select="key('local:relation', @xml:id)"/>
    <xsl:variable name="others" as="element()*" select="
      (local:holder(.), local:held(.), (. | $relations) ! local:pointed(.)) except .[empty($relations)]"/>
    <ed:entry key="{/TEI/@xml:id}.{@xml:id}">
      <xsl:sequence select="ed:pages(@xml:id)"/>
      <ed:called>
        <xsl:apply-templates select="." mode="local:called"/>
      </ed:called>
      <TEI>
        <xsl:sequence select="/TEI/@xml:id, /TEI/@xml:lang"/>
        <teiHeader>
          <fileDesc>
            <xsl:for-each select="/TEI/teiHeader/fileDesc/(titleStmt, editionStmt, publicationStmt, seriesStmt)">
              <xsl:copy copy-namespaces="no">
                <xsl:copy-of select="title, edition, date" copy-namespaces="no"/>
              </xsl:copy>
            </xsl:for-each>
          </fileDesc>
        </teiHeader>
        <standOff type="carried">
          <xsl:apply-templates select="$others" mode="local:called"/>
        </standOff>
        <standOff>
          <xsl:apply-templates select="." mode="local:alone"/>
          <xsl:apply-templates select="$relations" mode="local:alone"/>
        </standOff>
      </TEI>
    </ed:entry>
  </xsl:template>

  <!-- The entry that an entry stands in, and those that stand in it. -->
  <xsl:function name="local:holder" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/ancestor::*[ed:is-own-entry(.)][1]"/>
  </xsl:function>

  <xsl:function name="local:held" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry//*[ed:is-own-entry(.)][local:holder(.) is $entry]"/>
  </xsl:function>

  <!-- The entries, of this register or another, that an element points to. -->
  <xsl:function name="local:pointed" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      ($element/descendant-or-self::*/@*[contains(., '#')] ! tokenize(.) ! ed:target(., $element))
        [ancestor::standOff[@type eq 'carried'] or ed:is-own-entry(.)]"/>
  </xsl:function>

  <!-- alone: an entry or a relation, without the entries that it holds. Starts at either. -->
  <xsl:mode name="local:alone" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:alone" as="element()?">
    <xsl:param name="top" as="element()" tunnel="yes" select="."/>
    <xsl:if test=". is $top or not(ed:is-own-entry(.))">
      <xsl:copy copy-namespaces="no">
        <xsl:if test=". is $top and not(self::relation)">
          <xsl:sequence select="local:attribute('ed:within', local:holder(.)), local:attribute('ed:holds', local:held(.))"/>
        </xsl:if>
        <xsl:apply-templates select="@* | node()" mode="local:alone">
          <xsl:with-param name="top" tunnel="yes" select="$top"/>
        </xsl:apply-templates>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*[contains(., '#')]" mode="local:alone" as="attribute()">
    <xsl:variable name="at" as="element()" select=".."/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="tokenize(.) ! local:pointer(., $at)"/>
  </xsl:template>

  <xsl:function name="local:attribute" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <xsl:attribute name="{$name}" select="$entries ! ('#' || root()/TEI/@xml:id || '.' || @xml:id)"/>
    </xsl:if>
  </xsl:function>

  <!-- A pointer to an entry of this register says which register that is. -->
  <xsl:function name="local:pointer" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="at" as="element()"/>
    <xsl:variable name="target" as="element()?" select="ed:target($pointer, $at)"/>
    <xsl:sequence select="
      if ($target[ed:is-own-entry(.)]) then '#' || root($at)/TEI/@xml:id || '.' || $target/@xml:id
      else $pointer"/>
  </xsl:function>

  <!-- called: an entry → only what it is called, in a list that says its register. Starts at other entries. -->
  <xsl:mode name="local:called" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="local:called" as="element(list)">
    <xsl:variable name="carried" as="xs:boolean" select="exists(ancestor::standOff[@type eq 'carried'])"/>
    <list source="{if ($carried) then ancestor::*[@source][last()]/@source else 'registers/' || /TEI/@xml:id || '.xml'}">
      <xsl:copy copy-namespaces="no">
        <xsl:attribute name="xml:id" select="('' [$carried], /TEI/@xml:id || '.')[1] || @xml:id"/>
        <xsl:sequence select="@xml:lang"/>
        <xsl:copy-of select="if (ed:names(.)) then ed:names(.)/ancestor-or-self::*[.. is current()] else node()" copy-namespaces="no"/>
      </xsl:copy>
    </list>
  </xsl:template>

</xsl:stylesheet>
