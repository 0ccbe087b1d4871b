"""Every tab of the app, in the order shown. To add or remove a tab, edit TABS."""

from components import dice, pixels, tokens

TABS = (tokens.TAB, dice.TAB, pixels.TAB)
