"""What a reader of the story sees: chapters, and each step with who does what and the command."""

import sys


class Narrator:
    def __init__(self, folder, quiet=False):
        self.folder = folder
        self.quiet = quiet
        self.steps = 0

    def chapter(self, title):
        self.say(f"\n== {title}")

    def step(self, who, says, command):
        self.steps += 1
        name = who if isinstance(who, str) else who.title
        self.say(f"{self.steps:>4}. {name} {says}\n      $ {command.replace(self.folder, '$D')}")

    def result(self, text):
        self.say(f"      -> {text}")

    def page(self, text):
        self.say("".join(f"      | {line}".rstrip() + "\n" for line in text.splitlines()).rstrip("\n"))

    def say(self, text):
        if not self.quiet:
            print(text)
            sys.stdout.flush()
