"""What everybody knows: things, people's roles, places, feelings, activities, real facts, and what this model is."""
