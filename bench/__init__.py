"""What measures speed: `uv run python -m bench`."""
