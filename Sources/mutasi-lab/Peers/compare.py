"""One line of comparison from the outputs of `planner`: compare.py KIND STAFF ROUNDS FOLDER"""

import json
import statistics
import sys

kind, staff, rounds, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
ours = []
theirs = []
for index in range(rounds):
    with open(f"{folder}/ours.{index}") as file:
        ours.append({figure["name"].strip(): figure["thousandths"] / 1000 for figure in json.load(file)["figures"]})
    with open(f"{folder}/theirs.{index}") as file:
        theirs.append([float(field) for field in file.read().split()])

seconds = statistics.median((row["build"] + row["solve"]) / 1000 for row in ours)
peer_seconds = statistics.median(row[0] for row in theirs)
memory = max(row["peak memory, reading included"] for row in ours)
peer_memory = max(row[2] for row in theirs) / 1048576
replan = statistics.median(row["re-plan after one change, median"] for row in ours)
solve = statistics.median(row["solve"] for row in ours)
totals = {int(row["total score"]) for row in ours} | {int(row[1]) for row in theirs}
print(
    f"{kind:10} {staff:7}  ours {seconds:.4f} s (build and solve)  OR-Tools {peer_seconds:.3f} s  "
    f"{seconds / peer_seconds * 100:.1f} %  memory {memory:.0f} of {peer_memory:.0f} MiB "
    f"({memory / peer_memory * 100:.0f} %)  re-plan {replan:.1f} us, 1/{solve * 1000 / replan:.0f} of a solve  "
    + ("totals equal" if len(totals) == 1 else f"TOTALS DIFFER: {sorted(totals)}"),
    flush=True,
)
sys.exit(len(totals) != 1)
