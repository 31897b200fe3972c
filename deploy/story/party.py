"""A party of the region: one program over one data folder, run command by command."""

import json
import os
import shlex
import subprocess
import time

import commands


# More outcomes of one sync are counted instead of named.
SHOWN_OUTCOMES = 6


class StoryFailure(Exception):
    """A step did not end as it had to; the text holds the command and what it printed."""


class Party:
    """Runs one program's commands as one party and reads their JSON.

    `MUTASI_DATA` names the folder, so the lines that are shown can be typed again in a shell with that variable.
    """

    # Who confirms what the policy lets count only with a second person; None leaves it waiting.
    second = None

    def __init__(self, name, title, program, data, narrator, actor, limit=300):
        self.name = name
        self.title = title
        self.program = program
        self.data = data
        self.narrator = narrator
        self.actor = actor
        self.limit = limit
        self.syncs = []
        self.operations = 0
        # Outcome of each operation that a sync has told about.
        self.outcomes = {}

    def as_second(self, act):
        """What the second person does at the same node."""
        first, self.actor = self.actor, self.second
        try:
            return act()
        finally:
            self.actor = first

    def confirm(self, told):
        """The second person reads what an outcome left waiting, and confirms it; nothing when it counts already."""
        proposal = told.get("detail", {}).get("proposal") if self.second else None
        if proposal is None:
            return
        self.narrator.result("nothing has changed yet: it waits for a second person")
        self.as_second(lambda: self.page("a second person reads what it is", commands.proposal_show(proposal)))
        self.as_second(lambda: self.decide("a second person confirms it", commands.proposal_confirm(proposal)))

    def run(self, says, arguments, exits=(0,)):
        """Runs a command with --json; returns its document. Another exit code than expected is a ``StoryFailure``."""
        return self.attempt(says, arguments, exits)[1]

    def attempt(self, says, arguments, exits=(0,)):
        """The same with the exit code before the document."""
        shown = [os.path.basename(self.program)] + [str(one) for one in arguments] + ["--as", self.actor, "--json"]
        self.narrator.step(self, says, shlex.join(shown))
        ended = subprocess.run(
            [self.program] + shown[1:], env=dict(os.environ, MUTASI_DATA=self.data), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=self.limit)
        printed = ended.stdout.decode("utf-8", "replace")
        if ended.returncode not in exits:
            self.fail(f"exit code {ended.returncode}, expected {' or '.join(map(str, exits))}", shown, ended)
        try:
            document = json.loads(printed)
        except ValueError:
            self.fail("standard output is not one JSON document", shown, ended)
        if ended.returncode != 0:
            self.narrator.result(f"{reason(document)}, exit code {ended.returncode}")
        return ended.returncode, document

    def page(self, says, arguments):
        """Runs a command as a person does and shows the page that it prints; an answer that is no is one too."""
        shown = [os.path.basename(self.program)] + [str(one) for one in arguments] + ["--as", self.actor, "--lang", "en"]
        self.narrator.step(self, says, shlex.join(shown))
        ended = subprocess.run(
            [self.program] + shown[1:], env=dict(os.environ, MUTASI_DATA=self.data), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=self.limit)
        if ended.returncode not in (0, 1) or not ended.stdout.strip():
            self.fail(f"exit code {ended.returncode} or an empty page", shown, ended)
        self.narrator.page(ended.stdout.decode("utf-8", "replace"))

    def fail(self, reason, shown, ended):
        raise StoryFailure(
            f"{self.title}: {reason}\n$ MUTASI_DATA={self.data} {shlex.join(shown)}\n"
            f"{ended.stdout.decode('utf-8', 'replace')}{ended.stderr.decode('utf-8', 'replace')}")

    def sync(self, says="syncs"):
        """Syncs, keeps the figures and the outcomes; returns the document."""
        done = self.run(says, commands.sync())
        self.syncs.append(done)
        self.outcomes.update({one["operation"]: one for one in done["outcomes"]})
        check(done["complete"], f"{self.title}: the sync is not complete", done)
        self.narrator.result(summary(done))
        return done

    def draft(self, says, arguments):
        """Records an operation and leaves it as a draft; returns the recording."""
        recording = self.run(says, arguments)
        check(recording["outcome"] is None, f"{self.title}: a draft is shown as decided", recording)
        self.operations += 1
        return recording

    def decide(self, says, arguments, outcome="accepted", code=None):
        """Records an operation, syncs and checks how it was decided; returns the record's id and the outcome.

        Where the policy asks for two persons, the second one confirms it too.
        """
        recording = self.draft(says, arguments)
        self.sync("syncs: the coordinator decides")
        told = self.decided(recording, outcome, code)
        self.confirm(told)
        return recording["record"], told

    def decided(self, recording, outcome="accepted", code=None):
        """The outcome of a recording that a sync has told about, checked."""
        told = self.outcomes.get(recording["operation"])
        check(told is not None, f"{self.title}: nothing was decided about {recording['kind']}", recording)
        return expect(self, told, outcome, code)

    def show(self, arguments, member, says=None, exits=(0,)):
        """One member of what a command answers, such as the list `vacancies`."""
        document = self.run(says or f"looks: {' '.join(map(str, arguments[:2]))}", arguments, exits)
        check(member in document, f"{self.title}: the answer has no {member}", document)
        return document[member]

    def settle(self):
        """Syncs until nothing waits to be sent: what follows from a record by itself included."""
        for _ in range(5):
            self.sync()
            state = self.run("looks whether something waits", commands.status(), exits=(0, 1))
            if state["unsent"] == 0 and state["inFlight"] == 0:
                return
        raise StoryFailure(f"{self.title}: drafts are still waiting after five syncs\n{pretty(state)}")


class Desk(Party):
    """The BKD's desk: its commands sync by themselves, so a recording holds the outcome."""

    def decide(self, says, arguments, outcome="accepted", code=None):
        recording = self.run(says, arguments, exits=(0,) if outcome in ("accepted", "merged") else (1,))
        self.operations += 1
        check(recording["outcome"] is not None, f"{self.title}: the desk's command was not decided", recording)
        self.narrator.result(word(recording["kind"], recording["outcome"]))
        told = expect(self, recording["outcome"], outcome, code)
        self.confirm(told)
        return recording["record"], told


def summary(done):
    """What a sync brought, in one line."""
    outcomes = done["outcomes"]
    decided = [word(one["kind"], one) for one in outcomes]
    if len(outcomes) > SHOWN_OUTCOMES:
        accepted = sum(1 for one in outcomes if one["outcome"] == "accepted")
        decided = [f"{accepted} of {len(outcomes)} operations accepted"]
    changes = f"{done['changes']} change{'' if done['changes'] == 1 else 's'} received"
    return "; ".join(decided + [changes])


def reason(document):
    """Why an answer is no, in a few words."""
    if "error" in document:
        return "refused: " + document["error"]["code"]
    told = document.get("outcome") or document.get("preview")
    if isinstance(told, dict) and "outcome" in told:
        return word(document["kind"], told)
    return "the answer is no"


def word(kind, outcome):
    code = outcome.get("code")
    return f"{kind}: {outcome['outcome']}" + (f" ({code})" if code else "")


def expect(party, told, outcome, code=None):
    check(
        told["outcome"] == outcome and (code is None or told.get("code") == code),
        f"{party.title}: expected {outcome}{' ' + code if code else ''}", told)
    return told


def check(holds, claim, document=None):
    """Fails the story loudly, with what was read."""
    if not holds:
        raise StoryFailure(claim + ("" if document is None else "\n" + pretty(document)))


def pretty(document):
    return json.dumps(document, indent=2, ensure_ascii=False)


def wait_until(condition, seconds, pause=0.05):
    """Whether the condition came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(pause)
    return condition()
