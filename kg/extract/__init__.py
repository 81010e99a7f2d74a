"""One article alone: from its words to what they tell."""
