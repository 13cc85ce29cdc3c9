"""Maps: places of an edition on coasts and rivers, drawn when it is built."""
