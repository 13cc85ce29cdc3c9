"""What pages are in a real browser. The package keeps its conftest apart from that of the other tests."""
