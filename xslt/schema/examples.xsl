<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples of encoding as a reader sees them, and words that name elements and commands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:tei-edition"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:local="xslt/schema/examples.xsl" expand-text="yes" exclude-result-prefixes="#all">

  <!-- An example, `good`, `bad` or neither, below a caption. -->
  <xsl:function name="ed:example" as="element(h:figure)">
    <xsl:param name="xml" as="xs:string"/>
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:param name="caption" as="item()*"/>
    <figure class="{string-join(('example', $kind), ' ')}">
      <xsl:if test="exists($caption)">
        <figcaption>
          <xsl:sequence select="$caption"/>
        </figcaption>
      </xsl:if>
      <pre><code><xsl:sequence select="ed:shown-xml(replace($xml, '^\s*\n|\s+$', ''))"/></code></pre>
    </figure>
  </xsl:function>

  <!-- XML as text, its tags set back behind the words that they stand around. -->
  <xsl:function name="ed:shown-xml" as="item()*">
    <xsl:param name="xml" as="xs:string"/>
    <xsl:analyze-string select="$xml" regex="&lt;!--.*?--&gt;|&lt;[^&lt;&gt;]*&gt;" flags="s">
      <xsl:matching-substring>
        <span class="tag">
          <xsl:sequence select="local:visible(.)"/>
        </span>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:sequence select="local:visible(.)"/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- Characters that nobody sees, or that a browser takes for others, by their numbers. -->
  <xsl:function name="local:visible" as="item()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="[&#x7F;-&#x9F;&#xAD;&#x200B;-&#x200F;&#x2028;-&#x202E;&#x2060;-&#x206F;&#xE000;-&#xF8FF;&#xFEFF;]">
      <xsl:matching-substring>
        <span class="character">U+{local:padded(local:hexadecimal(string-to-codepoints(.)))}</span>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="local:padded" as="xs:string">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence select="substring('0000', string-length($digits) + 1) || $digits"/>
  </xsl:function>

  <!-- A number in hexadecimal digits. -->
  <xsl:function name="local:hexadecimal" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="
      (if ($number ge 16) then local:hexadecimal($number idiv 16) else '')
        || substring('0123456789ABCDEF', $number mod 16 + 1, 1)"/>
  </xsl:function>

  <!-- A sentence in which names of elements, attributes and commands stand between backticks. -->
  <xsl:function name="ed:sentence" as="item()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:analyze-string select="$text" regex="`([^`]+)`">
      <xsl:matching-substring>
        <xsl:sequence select="ed:gi(regex-group(1))"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- A name as code; that of an element leads to what is said of it. -->
  <xsl:function name="ed:gi" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$odd ! key('ed:element', $name, .)">
        <a class="gi" href="elements.html#{$name}"><code>{$name}</code></a>
      </xsl:when>
      <xsl:otherwise>
        <code>{$name}</code>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The edition's title, from its header. -->
  <xsl:function name="ed:titles-of-edition" as="element()*" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
    <xsl:param name="header" as="document-node()"/>
    <xsl:sequence select="$header/TEI/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
  </xsl:function>

</xsl:stylesheet>
