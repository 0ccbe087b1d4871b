"""The tab Animate."""
