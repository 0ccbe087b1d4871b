"""A masked model beside the causal one: which token a hole hides, told by what stands on both sides of it."""
