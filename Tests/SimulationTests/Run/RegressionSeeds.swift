/// Seeds that once broke an invariant, with what it was; they run in every test from then on. A change of the simulation changes
/// what a seed does, so each bug has a test of its own beside its seed.
enum RegressionSeeds {
    struct Kept: Sendable {
        let seed: UInt64
        let operations: Int
        let was: String
        /// Faults at their highest rate.
        var with: Set<String> = []
    }

    private static let restored: Set<String> = ["coordinator-restored"]

    static let all: [Kept] = [
        Kept(
            seed: 3, operations: 50,
            was: "S21: a journal's name was lost after a kill and a power cut (the fault disk's own)"),
        Kept(seed: 6, operations: 50, was: "S10: drafts on a lying disk (the model's own)"),
        Kept(
            seed: 18, operations: 50,
            was:
                "S10: a draft carried to a second machine was withdrawn there and sent from the first (the model's own)"
        ),
        Kept(
            seed: 150, operations: 50,
            was: "L2: on a rotten disk a broken foreign key was told as a disk error, not as damage"),
        Kept(seed: 152, operations: 50, was: "S25: another card said the same as the deleted one (the model's own)"),
        Kept(
            seed: 254, operations: 50,
            was:
                "S18: a request was answered that came in one commit with its instance's end, before it (the model's own)"
        ),
        Kept(
            seed: 257, operations: 50,
            was: "L1: a refusal that was kept by a commit that failed at its end was not seen (the model's own)"),
        Kept(
            seed: 268, operations: 50,
            was: "L4: three offers waited for one seat, one after the other (the model's own)"),
        Kept(
            seed: 339, operations: 50,
            was: "S3: two restores, the first of which burnt with its disk, began epochs of one number"),
        Kept(
            seed: 399, operations: 50,
            was: "S1: positions that a recovery told as lost counted as untold after the next restore (the model's own)"
        ),
        Kept(
            seed: 700, operations: 50,
            was: "S9: which nodes were owed new receipts went with the disk though the mirror was whole"),
        Kept(
            seed: 1349, operations: 50,
            was: "L1: a draft had fallen out of its index on a lying disk, which `verify` finds (the model's own)"),
        Kept(
            seed: 1377, operations: 50,
            was: "L8: an operator chose a backup of a life that the mirror had left (the model's own)"),
        Kept(
            seed: 1113, operations: 50,
            was: "S9: a node that declared its own restore after the coordinator's was not told what to send again"),
        Kept(
            seed: 1450, operations: 50,
            was: "S10: a draft whose withdrawal a crash had hidden was taken for lost (the model's own)"),
        Kept(
            seed: 1462, operations: 50,
            was: "S25: SQLite left the bytes of a moved row in the unused middle of a page"),
        Kept(
            seed: 1867, operations: 50, was: "S4: a node's inspection did not look at how its tables are declared"),
        Kept(
            seed: 2030, operations: 50,
            was: "S1: a receipt of one life filled the gap of another, which had used the same positions"),
        Kept(
            seed: 8826, operations: 50,
            was:
                "S1: a life that the restored journal never was in was told from the cut on, though it had parted before"
        ),
        Kept(
            seed: 9669, operations: 50,
            was: "S10: other bytes under the id of a withdrawn draft were carried as that draft (the model's own)"),
        Kept(
            seed: 9972, operations: 50,
            was: "S21: an exchange whose commit was refused its last sync was sent, and a power cut took its nonce"),
        Kept(
            seed: 10728, operations: 50,
            was: "S1: a life that began from an earlier backup of the same life was told from the later one on"),
        Kept(
            seed: 10874, operations: 50,
            was: "S10: a machine died at the very end of a withdrawal before its restore (the model's own)"),
        Kept(
            seed: 11724, operations: 50,
            was: "S1: the same as 10728, and the later backup was an image taken in the middle of a write"),
        Kept(
            seed: 12383, operations: 50,
            was:
                "S8: a further node went on from a page that it had read beyond the cut, because its head was of the first wire"
        ),
        Kept(seed: 12418, operations: 50, was: "S1: the same as 10728"),
        Kept(
            seed: 13338, operations: 50,
            was:
                "S9: a receipt that was handed in to a life which a backup undid counted as handed in again (the model's own)"
        ),
        Kept(
            seed: 37, operations: 50,
            was:
                "S21: after a restore a copy of an old request was taken for a node's first, and the node was told stale",
            with: restored),
        Kept(
            seed: 47, operations: 50,
            was: "L8: a mirror with a bundle that left no entry, before one that did, was replayed in another order",
            with: restored),
        Kept(
            seed: 65, operations: 50,
            was: "S21: a page of an earlier recovery counted as a node's report, and its next bundle was refused",
            with: restored),
        Kept(
            seed: 93, operations: 50,
            was:
                "S1: a node of the first wire, which cannot hand in, was taken after a restore as if it had lost nothing",
            with: restored),
        Kept(
            seed: 241, operations: 50,
            was:
                "S8: a page that was read beyond the cut went on, because its head was of the first wire and not said again",
            with: restored),
        Kept(
            seed: 574, operations: 50,
            was: "S21: a node handed in as the life that its own declared restore had ended, and was told superseded",
            with: restored),
        Kept(
            seed: 5769, operations: 50,
            was: "L2: on a rotten disk a column's name was another one, which was told as a disk error, not as damage"),
        Kept(
            seed: 11566, operations: 50,
            was: "S9: a node was to keep an outcome that only a life told which a backup had undone (the model's own)"),
        Kept(
            seed: 12995, operations: 50,
            was: "S1: a life that began from a backup of a former one was told by that one's epoch (the model's own)"),
        Kept(
            seed: 15109, operations: 50,
            was:
                "S9: corrected receipts of a lost reply counted as told when the node asked again in the first wire"
        ),
        Kept(
            seed: 15986, operations: 50,
            was:
                "L10: a node that had died as it fell back to the first wire was lied to about a root (the model's own)"
        ),
        Kept(
            seed: 21244, operations: 50,
            was: "S21: after a restore a copy of what had opened a life was taken for its first exchange"),
    ]
}
