"""`python run.py COMMAND`: the same code that the pages use."""

from __future__ import annotations

import sys

from data.sheets.children import get_ready

if __name__ == "__main__" and sys.argv[1:2] in (["check"], ["import"]):
    get_ready()  # the reader's child starts while the rest of the program does

from cli.commands import run
from cli.parser import build_parser
from cli.saying import say
from data.errors import DashboardError
from data.store import store_of_user
from words.catalogue import set_language
from words.conditions import condition_message

INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main(words: list[str] | None = None) -> int:
    """Exit status: 0 good, 1 the input, 2 the usage, 3 the machine or the store is at fault.

    130 where Ctrl-C stopped it: what was not finished left nothing behind.
    """
    words = sys.argv[1:] if words is None else words
    set_language(_language_of(words))
    arguments = build_parser().parse_args(words)
    try:
        return run(store_of_user(), arguments)
    except DashboardError as condition:
        print(condition_message(condition), file=sys.stderr)
        return condition.exit_status
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _language_of(words: list[str]) -> str:
    """The language for messages about the words themselves, before they are parsed."""
    for place, word in enumerate(words):
        if word == "--lang=en" or (word == "--lang" and words[place + 1 : place + 2] == ["en"]):
            return "en"
    return "vi"


if __name__ == "__main__":
    sys.exit(main())
