"""The `ecosystem` command: parse, call, print."""

from ecosystem.cli.app import main

__all__ = ["main"]
