"""Text as lines, sentences, words and places; every layer above reads text through here."""
