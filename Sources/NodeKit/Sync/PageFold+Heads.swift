import SyncProtocol

/// What a reply says about the journal itself.
extension PageFold {
    /// Keeps what proves that the reply contradicts what was seen; nothing else of the reply is taken in.
    func keepEvidence(
        of noise: SyncNoise, in answer: SyncReply, _ reply: TransportReply, _ checkpoint: Checkpoint?, at stamp: Stamp
    ) throws {
        let isQuestion = request.isQuestion(after: state.head)
        let reason: Contradiction.Reason
        switch noise {
        case .forkedHead: reason = isQuestion ? .other : .forked
        case .earlierHead: reason = .back
        default: return
        }
        guard let seen = isQuestion ? request.head : state.head else { return }
        let evidence = try isQuestion ? request.checkpoint : KeptCheckpoints(database).newest()?.text
        try KeptContradictions(database).keep(
            Contradiction(
                reason, seen: seen, seenEvidence: evidence, shown: answer.head, shownEvidence: checkpoint?.text,
                found: stamp.text),
            reply: (reply.body, reply.header(DetachedJWS.headerField) ?? ""))
        if isQuestion {
            try HeadQuestions(database).remove(seen)
        }
    }

    /// Keeps the checkpoint, closes what the reply settles, and says what others were shown that is later than this.
    func takeHead(of reply: SyncReply, _ checkpoint: Checkpoint?, at stamp: Stamp) throws {
        if let checkpoint {
            try KeptCheckpoints(database).keep(checkpoint)
        }
        let contradictions = KeptContradictions(database)
        if try contradictions.isOpen() {
            try contradictions.settle(state.head, by: reply.head)
        }
        let asked = request.isQuestion(after: state.head) ? request.head : nil
        for question in try HeadQuestions(database).answered(by: reply.head, asked: asked) {
            try contradictions.keep(
                Contradiction(
                    .behind, seen: question.head, seenEvidence: question.text, shown: reply.head,
                    shownEvidence: checkpoint?.text, found: stamp.text))
        }
    }

    /// The head to remember. What a question about another's head brought is not proven to extend this node's own: the
    /// next exchange proves it. A root is not forgotten for a head of wire 1 at the same place.
    func headAfter(_ reply: SyncReply) -> Head {
        guard let seen = state.head else { return reply.head }
        if request.isQuestion(after: seen) { return seen }
        let isSame = seen.epoch == reply.head.epoch && seen.position == reply.head.position
        return isSame && reply.head.root == nil ? seen : reply.head
    }
}

extension SyncRequest {
    /// Whether it names a head that another node showed in place of this node's own.
    func isQuestion(after seen: Head?) -> Bool {
        checkpoint != nil && seen?.root != nil && head != seen
    }
}
