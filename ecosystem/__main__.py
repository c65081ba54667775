"""`python -m ecosystem` is the `ecosystem` command."""

from ecosystem.cli import main

main()
