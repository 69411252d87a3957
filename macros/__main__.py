"""`python -m macros` is the same as `handbook`."""

from macros.cli import main

main()
