import GRDB
import Statements
import SyncProtocol

/// Signed heads that others were shown, and that the coordinator is to be asked about.
struct HeadQuestions {
    /// One that waits: a position that somebody's evidence names, and the checkpoint when it was one.
    struct Question: Equatable {
        var head: Head
        var text: String?
    }

    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Adds one. Throws ``NodeFailure`` `limit`.
    func add(_ question: Question) throws {
        let count = try Int.fetchOne(database, cached: "SELECT count(*) FROM question") ?? 0
        guard count < CheckpointLimits.questions else {
            throw NodeFailure(
                .limit, "\(count) heads of others wait to be asked about.", advice: "Sync first.")
        }
        try database.execute(
            cached: "INSERT OR IGNORE INTO question (epoch, position, root, text) VALUES (?, ?, ?, ?)",
            arguments: [question.head.epoch, question.head.position, question.head.root, question.text])
    }

    /// The first one that a proof can be asked for: a checkpoint of this epoch, not later than the head.
    func next(upTo seen: Head) throws -> Question? {
        try all().first { $0.text != nil && $0.head.epoch == seen.epoch && $0.head.position <= seen.position }
    }

    /// Takes out what is answered by a reply with this head, and gives those that are later than it: the coordinator shows an
    /// older journal here than elsewhere. `asked` is the head that the request named.
    func answered(by head: Head, asked: Head?) throws -> [Question] {
        let all = try all()
        let later = all.filter { head < $0.head }
        let settled = all.filter { question in
            question.head.epoch < head.epoch || question.head == asked
                || (question.text == nil && question.head.position <= head.position)
        }
        for question in later + settled {
            try database.execute(
                cached: "DELETE FROM question WHERE epoch = ? AND position = ? AND root IS ?",
                arguments: [question.head.epoch, question.head.position, question.head.root])
        }
        return later
    }

    /// Takes one out that was answered by a refusal.
    func remove(_ head: Head) throws {
        try database.execute(
            cached: "DELETE FROM question WHERE epoch = ? AND position = ? AND root IS ?",
            arguments: [head.epoch, head.position, head.root])
    }

    func all() throws -> [Question] {
        // Mostly there is none, and to find that out is all that a sync does here.
        guard try HotStatements(database).first("SELECT 1 FROM question", [], { _ in true }) ?? false else { return [] }
        return try Row.fetchAll(database, cached: "SELECT * FROM question ORDER BY id").map(SoundRow.init).map { row in
            Question(
                head: Head(
                    epoch: try row.integer("epoch"), position: try row.integer("position"),
                    root: try row.optionalText("root")),
                text: try row.optionalText("text"))
        }
    }
}
