"""The tab Dice."""
