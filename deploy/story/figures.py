"""What the story cost: read from every `sync --json` and from the sizes of the databases."""

import os


def report(town, seconds):
    syncs = [sync for party in town.nodes + [town.desk] for sync in party.syncs]

    def total(member):
        return sum(sync[member] for sync in syncs)

    def slowest():
        return max((sync["milliseconds"] for sync in syncs), default=0)

    say = town.narrator.say
    say("\n== Figures")
    say(f"steps                {town.narrator.steps}")
    say(f"operations by people {sum(party.operations for party in town.nodes + [town.desk])}")
    say(f"syncs of nodes       {len(syncs)} in {total('exchanges')} exchanges")
    say(f"outcomes             {sum(len(sync['outcomes']) for sync in syncs)}")
    say(f"changes received     {total('changes')}")
    say(f"bytes sent, received {total('sent'):,}, {total('received'):,}")
    say(f"milliseconds in sync {total('milliseconds'):,}, the slowest {slowest():,}")
    for name, path in [("coordinator", town.coordinator.data)] + [(node.name, node.data) for node in town.nodes]:
        say(f"database {name:<12}{_database_bytes(path):,} bytes")
    say(f"seconds in all       {seconds:.0f}")


def _database_bytes(folder):
    """The databases directly in a data folder, their logs included."""
    names = [name for name in os.listdir(folder) if ".db" in name or ".sqlite" in name]
    return sum(os.path.getsize(os.path.join(folder, name)) for name in names)
