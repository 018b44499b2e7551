"""What evaluators do with results: pure functions, one module a topic."""
