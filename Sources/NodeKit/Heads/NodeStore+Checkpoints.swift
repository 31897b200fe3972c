import GRDB
import SyncProtocol

extension NodeStore {
    /// The signed heads that are kept, the newest first. Throws ``NodeFailure``.
    public func checkpoints() throws -> [Checkpoint] {
        try read { try KeptCheckpoints($0).all() }
    }

    /// What was found that the coordinator cannot both have meant, the latest first. Throws ``NodeFailure``.
    public func contradictions() throws -> [Contradiction] {
        try read { try KeptContradictions($0).all() }
    }

    /// Compares what another was shown with what this node saw; what cannot be told here is asked at the next sync.
    ///
    /// Throws ``NodeFailure``, `limit` when too many wait.
    public func compare(_ evidence: HeadEvidence, at stamp: Stamp = .now()) throws -> HeadComparison {
        let question = evidence.question
        return try write { database in
            let state = try SyncState(database)
            let kept = try KeptCheckpoints(database).one(
                epoch: question.head.epoch, position: question.head.position)
            let isAtHead =
                state.head?.epoch == question.head.epoch && state.head?.position == question.head.position
            if let own = kept?.head ?? (isAtHead ? state.head : nil), let root = own.root,
                let other = question.head.root
            {
                guard root != other else { return .same }
                try KeptContradictions(database).keep(
                    Contradiction(
                        .other, seen: question.head, seenEvidence: question.text, shown: own,
                        shownEvidence: kept?.text, found: stamp.text))
                return .forked
            }
            if let seen = state.head, question.head.epoch < seen.epoch { return .older }
            if question.head.root == nil, let seen = state.head, question.head <= seen { return .same }
            try HeadQuestions(database).add(question)
            return .asked
        }
    }
}
