<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a pointer of a prepared document leads on the site. Only what is made here becomes a link:
     outside addresses of harmless schemes, and relative paths that we build ourselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:local="xslt/html/links.xsl" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- ed:all: what pages the documents have; without it, links lead to the first of them. -->
  <xsl:param name="documents" as="document-node()?" select="()"/>

  <!-- The address for a pointer, or nothing where there is no such page or the address is not safe. -->
  <xsl:function name="ed:href" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="at" as="node()"/>
    <xsl:sequence select="
      if (starts-with($pointer, '#')) then local:inside($pointer, $at)
      else if (matches($pointer, '^[^:/?#]+:')) then ed:safe-address($pointer)
      else local:page($pointer)"/>
  </xsl:function>

  <!-- The address for the first pointer of several that leads anywhere. -->
  <xsl:function name="ed:first-href" as="xs:string?">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:param name="at" as="node()"/>
    <xsl:sequence select="head(tokenize($pointers) ! ed:href(., $at))"/>
  </xsl:function>

  <!-- An outside address that is safe to follow: http, https or mailto. -->
  <xsl:function name="ed:safe-address" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="
      $address[matches(., '^(https?://|mailto:)[^\s&lt;&gt;&quot;\\\p{C}]+$', 'i')]"/>
  </xsl:function>

  <!-- A pointer into the prepared document itself. -->
  <xsl:function name="local:inside" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="at" as="node()"/>
    <xsl:variable name="target" as="element()?" select="ed:target($pointer, $at)"/>
    <xsl:variable name="entry" as="xs:string?" select="$target ! local:entry(.)"/>
    <xsl:sequence select="
      if ($entry) then $entry
      else if (starts-with($pointer, '#edition.')) then
        $root || ed:address('index')
          || ('#' || encode-for-uri(substring($pointer, 10)))[$target[self::respStmt | self::category | self::taxonomy]]
      else if ($target[ancestor::text or ancestor::standOff]) then '#' || encode-for-uri(substring($pointer, 2))
      else ()"/>
  </xsl:function>

  <!-- The page of an entry that the document carries; nothing for another element. -->
  <xsl:function name="local:entry" as="xs:string?" cache="yes">
    <xsl:param name="target" as="element()"/>
    <xsl:variable name="register" as="xs:string?" select="
      $target/ancestor::*[@source][parent::standOff/@type eq 'carried'][1]/@source"/>
    <xsl:sequence select="
      $register ! ($root || ed:entry-address(replace(., '^.*/|\.xml$', ''), substring-after($target/@xml:id, '.')))"/>
  </xsl:function>

  <!-- Files beside the documents that the build copies: pictures of the source. -->
  <xsl:variable name="local:pictures" as="xs:string" select="'^[^/:]+(/[^/:]+)+\.(jpe?g|png|gif|webp|tiff?|jp2|pdf)$'"/>

  <!-- A path as seen from tei/, with or without an id: the page that it becomes. -->
  <xsl:function name="local:page" as="xs:string?">
    <xsl:param name="path" as="xs:string?"/>
    <xsl:variable name="file" as="xs:string" select="ed:unescaped(replace($path, '#.*$', ''))"/>
    <xsl:variable name="stem" as="xs:string" select="replace($file, '^.*/|\.xml$', '')"/>
    <xsl:variable name="fragment" as="xs:string" select="
      if (contains($path, '#')) then '#' || encode-for-uri(substring-after($path, '#')) else ''"/>
    <xsl:sequence select="
      if (contains($file, '..')) then ()
      else if (matches($file, '^registers/([^/]+/)*[^/]+\.xml$')) then $root || 'registers/' || ed:address($stem) || $fragment
      else if (matches($file, '^documents/([^/]+/)*[^/]+\.xml$')) then
        $root || 'documents/'
          || (ed:own-page($documents/ed:all/ed:facts[@doc eq $stem]/ed:page), encode-for-uri($stem) || '.html')[1] || $fragment
      else if (matches($file, '^sources/[^/]+\.txt$')) then $root || 'sources/' || encode-for-uri(replace($file, '^.*/', ''))
      else if (matches($file, $local:pictures, 'i')) then
        $root || string-join(tokenize($file, '/') ! encode-for-uri(.), '/')
      else if ($file eq 'edition.xml') then $root || ed:address('index') || $fragment
      else ()"/>
  </xsl:function>

</xsl:stylesheet>
