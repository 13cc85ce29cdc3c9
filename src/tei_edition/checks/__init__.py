"""The rules that the program itself checks, one module for each thing that is looked at."""
