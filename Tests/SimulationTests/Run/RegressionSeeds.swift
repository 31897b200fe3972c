/// Seeds that once broke an invariant, with what it was; they run in every test from then on. A change of the simulation changes
/// what a seed does, so each bug has a test of its own beside its seed.
enum RegressionSeeds {
    struct Kept: Sendable {
        let seed: UInt64
        let operations: Int
        let was: String
    }

    static let all: [Kept] = [
        Kept(
            seed: 3, operations: 50,
            was: "S21: a journal's name was lost after a kill and a power cut (the fault disk's own)"),
        Kept(seed: 6, operations: 50, was: "S10: drafts on a lying disk (the model's own)"),
    ]
}
