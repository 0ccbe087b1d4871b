"""Words, phrases and wordings that several kinds of text share."""
