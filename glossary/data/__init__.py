"""The glossaries that ship with the library."""
