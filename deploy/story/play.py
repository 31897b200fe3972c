"""Plays a city's story with the built programs: `deploy/demo` calls it."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import figures
import market
import moves
import negotiation
import planning
import region
import rounds
import rush
from narrator import Narrator
from party import StoryFailure
from town import Town

POLICY = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "policy", "semarang")


def main():
    options = _options()
    if options.check:
        return 0
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    os.umask(0o077)
    folder = tempfile.mkdtemp(prefix="mutasi-demo-")
    narrator = Narrator(folder)
    narrator.say(f"D={folder}\nEach party's commands run with MUTASI_DATA=$D/<its folder>; bkd is the coordinator's.")
    town, begin, ended_well = None, time.monotonic(), False
    try:
        town = Town(folder, options.programs, options.policy, narrator, outlives=options.keep)
        play(town, options.agencies, options.staff, options.seed)
        narrator.say("\nThe story is told: every step ended as it had to.")
        figures.report(town, time.monotonic() - begin)
        ended_well = True
    except StoryFailure as failure:
        print(f"\nThe story stops here: {failure}", file=sys.stderr)
    except subprocess.TimeoutExpired as late:
        print(f"\nThe story stops here: no end after {late.timeout} s: {late.cmd}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return 130
    finally:
        _leave(town, folder, options.keep and ended_well, ended_well)
    return 0 if ended_well else 1


def play(town, agencies, staff, seed):
    """The whole story, chapter by chapter; each step checks its result."""
    region.write_city(town, agencies, staff, seed)
    region.found(town)
    region.join(town)
    market.open_vacancies(town)
    market.match(town)
    market.open_cards(town)
    negotiation.agree_on_counter(town)
    negotiation.one_card_twice(town)
    negotiation.last_seat(town)
    negotiation.withdrawn_under_hold(town)
    negotiation.two_machines(town)
    negotiation.silent_agency(town)
    negotiation.hidden_from_others(town)
    negotiation.papers(town)
    moves.train(town)
    moves.start(town)
    moves.deadline_and_return(town)
    rounds.exchange(town)
    rounds.list_and_strike(town)
    rounds.decree_and_start(town)
    planning.needs(town)
    rush.surge(town)
    planning.plan(town)
    moves.yesterday_again(town)
    moves.all_agree(town)


def _leave(town, folder, keeps, ended_well):
    # A second Ctrl-C must not stop the cleaning.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if keeps:
        _print_how_to_look(town, folder)
        return
    if town is not None:
        town.coordinator.kill()
    if ended_well:
        shutil.rmtree(folder)
    else:
        print(f"The folders are kept for a look: {folder}", file=sys.stderr)


def _print_how_to_look(town, folder):
    say = town.narrator.say
    say(f"\nThe coordinator goes on at {town.coordinator.url}. To look around:")
    say(f"  export PATH={os.path.dirname(town.lab)}:$PATH")
    say(f"  MUTASI_DATA={town.desk.data} mutasi-coordinator todo")
    for node in town.nodes:
        say(f"  MUTASI_DATA={node.data} mutasi-node status")
    say(f"To end it: kill {town.coordinator.process.pid} and rm -r {folder}")


def _interrupt(_number, _frame):
    raise KeyboardInterrupt


def _options():
    parser = argparse.ArgumentParser(
        prog="deploy/demo", description="Builds the programs and plays a city's story with them.")
    parser.add_argument("--keep", action="store_true", help="leave the coordinator running and say how to look around")
    parser.add_argument("--agencies", type=_between(12, 60), default=12, metavar="N", help="12 to 60, else 12")
    parser.add_argument("--staff", type=_between(600, 10_000), default=600, metavar="N", help="600 to 10000, else 600")
    parser.add_argument("--seed", type=_between(0, 2**63 - 1), default=1, metavar="N", help="another city, else 1")
    parser.add_argument("--programs", default=".build/debug", help=argparse.SUPPRESS)
    parser.add_argument("--policy", default=POLICY, help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)
    try:
        return parser.parse_args()
    except SystemExit as end:
        # EX_USAGE, as the programs have it.
        raise SystemExit(64 if end.code else 0) from None


def _between(lowest, highest):
    def number(text):
        value = int(text)
        if not lowest <= value <= highest:
            raise argparse.ArgumentTypeError(f"a number from {lowest} to {highest}, not {text}")
        return value

    return number


if __name__ == "__main__":
    sys.exit(main())
