<?xml version="1.0" encoding="UTF-8"?>
<!-- An edition's own templates. One with a priority stands before the program's for the same element. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>
