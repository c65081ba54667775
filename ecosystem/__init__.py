"""A dated, sourced graph of the Docker ecosystem."""
