/// The same policy under two sets of names: a scenario ends the same under both, since no code knows a name.
enum PolicyNames: CaseIterable, Sendable {
    case plain
    case renamed

    func town() throws -> Town {
        guard self == .renamed else { return try Town() }
        let policy = PolicyText.policy(
            move: "r-1", loan: "surat", board: "z", head: "dewan", decree: "kepala", letter: "r-1")
        var town = try Town(policy: policy)
        town.move = "r-1"
        town.loan = "surat"
        town.board = "z"
        town.head = "dewan"
        town.decree = "kepala"
        town.letter = "r-1"
        return town
    }
}
