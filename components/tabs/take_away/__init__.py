"""The drawer Take it away."""
