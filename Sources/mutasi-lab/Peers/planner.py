"""The planner's peer: OR-Tools' SimpleMinCostFlow on the files that `mutasi-lab bench planner` reads.

    planner.py FILE [ROUNDS]

The network: a source with one unit for each staff member, staff to posts at minus the score, posts to units, and two arcs from
each unit to the sink: as many units as its minimum at a reward, the rest without. The reward must exceed any chain
of losses: 100 times the range of scores does so here, which the equal totals show. Prints one line for each round: seconds of
solving only, total score, and the peak memory of this process in bytes.
"""

import array
import sys
import time

import numpy
from ortools.graph.python import min_cost_flow


def read(path):
    """Counts, minima, units of posts and edges. Only the flat form of the format: no quotas, no tree."""
    rows = array.array("i")
    with open(path, "rb") as file:
        _, staff, post_count, unit_count = file.readline().split()
        staff, post_count, unit_count = int(staff), int(post_count), int(unit_count)
        posts = numpy.zeros(post_count, dtype=numpy.int64)
        minima = numpy.zeros(unit_count, dtype=numpy.int64)
        for line in file:
            kind, first, second, *third = line.split()
            if kind == b"e":
                rows.extend((int(first), int(second), int(third[0])))
            elif kind == b"u":
                minima[int(first)] = int(second)
            elif kind == b"j":
                posts[int(first)] = int(second)
            elif kind != b"s":
                sys.exit(f"{path}: a line {kind.decode()} is not for this peer")
    return staff, minima, posts, numpy.frombuffer(rows, dtype=numpy.int32).reshape(-1, 3)


def build(staff, minima, posts, edges):
    """The solver with its arcs, and the rewards that the optimal cost holds."""
    post_node = staff + numpy.arange(len(posts))
    unit_node = staff + len(posts) + numpy.arange(len(minima))
    sink = staff + len(posts) + len(minima)
    reward = 100 * int(edges[:, 2].max() - edges[:, 2].min() + 1)
    size = numpy.bincount(posts, minlength=len(minima))
    solver = min_cost_flow.SimpleMinCostFlow()

    def add(tails, heads, capacities, costs):
        count = max(len(tails), len(heads))
        full = lambda values: numpy.broadcast_to(numpy.asarray(values, dtype=numpy.int64), count).copy()
        solver.add_arcs_with_capacity_and_unit_cost(full(tails), full(heads), full(capacities), full(costs))

    add(edges[:, 0], staff + edges[:, 1], 1, -edges[:, 2])
    add(post_node, staff + len(posts) + posts, 1, 0)
    add(unit_node, numpy.full(len(minima), sink), minima, -reward)
    add(unit_node, numpy.full(len(minima), sink), numpy.maximum(size - minima, 0), 0)
    supplies = numpy.zeros(sink + 1, dtype=numpy.int64)
    supplies[:staff] = 1
    supplies[sink] = -staff
    solver.set_nodes_supplies(numpy.arange(sink + 1), supplies)
    return solver, reward * int(minima.sum())


def peak_memory():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))


def main():
    path = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    staff, minima, posts, edges = read(path)
    for _ in range(rounds):
        solver, rewards = build(staff, minima, posts, edges)
        begin = time.perf_counter()
        status = solver.solve()
        seconds = time.perf_counter() - begin
        if status != solver.OPTIMAL:
            sys.exit(f"{path}: OR-Tools answers {status}")
        print(f"{seconds:.6f} {-solver.optimal_cost() - rewards} {peak_memory()}", flush=True)


main()
