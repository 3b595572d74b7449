"""English words: dictionary forms, phrases, frequency, and their Chinese."""
