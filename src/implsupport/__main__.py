"""Run the command line: python -m implsupport."""

from implsupport.cli import main

raise SystemExit(main())
