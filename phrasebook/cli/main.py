"""The command line: `phrasebook check`, `rewrite`, `lint`, `catalogue`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from phrasebook import __version__
from phrasebook.errors import PhrasebookError

__all__ = ["main", "parser"]

CLEAN, FINDINGS, WRONG = 0, 1, 2
"""Exit codes: nothing found; something found; wrong use or a bad table."""

_EXITS = "exit codes: 0 nothing found, 1 findings, 2 wrong use, an unreadable file or a bad table"


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; its help is docs/reference/command-line.md."""
    top = argparse.ArgumentParser(
        prog="phrasebook",
        description="Finds what must not be said in a draft reply, says why, and offers the approved wording.",
        epilog=_EXITS,
    )
    top.add_argument("--version", action="version", version=f"phrasebook {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="show what must not be said in drafts", description="Show what must not be said in drafts.", epilog=_EXITS)
    _drafts(check)
    check.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json with one object a draft (default: text)")
    _tables(check)

    rewrite = commands.add_parser(
        "rewrite",
        help="print drafts with the approved wording in place",
        description="Print drafts with the approved wording in place; what needs a person is told on standard error.",
        epilog="exit codes: 0 nothing is left, 1 findings are left that need a person, 2 wrong use, an unreadable file or a bad table",
    )
    _drafts(rewrite)
    rewrite.add_argument("--diff", action="store_true", help="print a unified diff instead of the whole draft")
    _tables(rewrite)

    lint = commands.add_parser(
        "lint",
        help="prove that tables keep their promises",
        description="Prove that tables keep their promises: every mistake with its line, every example run.",
        epilog="exit codes: 0 sound, 2 problems",
    )
    lint.add_argument("paths", nargs="*", metavar="PATH", help="table files, folders, or names of bundled tables (default: support)")

    catalogue = commands.add_parser(
        "catalogue",
        help="write the page of all rows",
        description="Write the page of all rows, as Markdown.",
        epilog="exit codes: 0 written or up to date, 1 stale (with --check), 2 wrong use or a bad table",
    )
    catalogue.add_argument("--out", metavar="FILE", help="write to FILE instead of standard output")
    catalogue.add_argument("--check", action="store_true", help="write nothing; fail when FILE (of --out) is not up to date")
    _tables(catalogue)
    return top


def _drafts(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", help="drafts to read; - or nothing for standard input")
    command.add_argument("--markup", choices=("text", "html"), default="text", help="how the drafts are written (default: text)")


def _tables(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--table",
        nargs="+",
        action="extend",
        metavar="PATH",
        default=[],
        help="tables to use: files, folders, or names of bundled tables (default: support); give it after the files",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every error is one clear message on standard error."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(options)
        sys.stdout.flush()
        return code
    except PhrasebookError as error:
        from phrasebook.cli.terminal import safe

        print(*(safe(line) for line in str(error).splitlines()), sep="\n", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # The reader of our output has gone (`… | head`): say no more, and keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        from phrasebook.cli.check import check

        return check(options.files, options.table, options.markup, options.format)
    if options.command == "rewrite":
        from phrasebook.cli.rewrite import rewrite

        return rewrite(options.files, options.table, options.markup, diff=options.diff)
    if options.command == "lint":
        from phrasebook.cli.lint import lint

        return lint(options.paths)
    from phrasebook.cli.catalogue import catalogue

    return catalogue(options.table, options.out, check=options.check)
