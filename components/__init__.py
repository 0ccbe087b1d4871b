"""Every tab of the app, in the order shown. To add or remove a tab, edit TABS."""

from components import tokens

TABS = (tokens.TAB,)
