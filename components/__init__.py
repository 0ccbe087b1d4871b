"""Every tab of the app, in the order shown. To add or remove a tab, edit TABS."""

from components import attention, dice, embeddings, layers, pixels, tokens

TABS = (tokens.TAB, embeddings.TAB, attention.TAB, layers.TAB, dice.TAB, pixels.TAB)
