"""The tab Uses: what the model is good for, one card each: made, counted, traced, argued about."""
