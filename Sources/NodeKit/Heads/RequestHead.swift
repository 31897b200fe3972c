import GRDB
import SyncProtocol

/// What a request of wire 2 says and asks about the journal's head.
struct RequestHead {
    /// The head from which the reply proves its own.
    var head: Head?
    /// A signed head that the coordinator is to own up to.
    var checkpoint: String?
    var asksCheckpoint = false

    /// In wire 1 a head has no root and nothing is asked.
    ///
    /// In wire 2 a head that was learnt in wire 1 gives way to the newest checkpoint, which has a root. A checkpoint is shown
    /// when the coordinator denied the head. One is asked for when the head moved since the newest and nothing else is to
    /// be said; then, too, the turn comes to a head that another node showed (``HeadQuestions``).
    init(_ database: Database, _ state: SyncState, wire: Int, isIdle: Bool) throws {
        guard wire >= 2 else {
            head = state.head.map { Head(epoch: $0.epoch, position: $0.position) }
            return
        }
        let newest = try KeptCheckpoints(database).newest()
        head = state.head
        if let seen = state.head, seen.root == nil, let newest, newest.head.epoch == seen.epoch {
            head = newest.head
        }
        if try KeptContradictions(database).isOpen() {
            checkpoint = newest?.text
            asksCheckpoint = true
        } else if isIdle, let seen = state.head {
            asksCheckpoint = newest?.head != seen
            if !asksCheckpoint, let question = try HeadQuestions(database).next(upTo: seen) {
                head = question.head
                checkpoint = question.text
            }
        }
    }
}
