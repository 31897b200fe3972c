import Logging
import Negotiation
import StrictJSON
import SyncProtocol

extension Coordinator {
    /// Lets the day of the region's zone come when it is later than the last one.
    ///
    /// Does nothing in a trial region. A leap of more than ``DayProposal/leapLimitDays`` waits for a person, because a wrong
    /// clock would end everyone's deadlines at once; the log says what to do. Throws ``StoreFailure`` or
    /// ``CommitQueue/Refusal``.
    @discardableResult
    public func proposeDay() async throws -> DayProposal {
        let proposal = try proposal(after: try await head())
        guard case .advance(let day) = proposal else { return proposal }
        let author = ownAuthor()
        report(try await queue.commit { group in try group.advanceUnlessCome(to: day, by: author) })
        return proposal
    }

    /// What the clock proposes after this head; a leap is written to the log.
    func proposal(after head: JournalHead) throws -> DayProposal {
        guard !region.isTrial else { return .none }
        guard let today = clock().day(in: region.zone) else {
            throw StoreFailure(.region, "the time zone \(region.zone) is unknown on this machine")
        }
        let proposal = DayProposal(today: today, last: head.day)
        if case .leap(let days) = proposal {
            log.warning(
                """
                the clock is \(days) days ahead of the journal's last day, so no day was written; check the clock, then run \
                mutasi-coordinator day advance --to \(today)
                """)
        }
        return proposal
    }

    func report(_ outcome: Outcome?) {
        if let outcome, outcome.kind != .accepted {
            log.error("a day was refused", metadata: ["outcome": "\(outcome.json.encodedText)"])
        }
    }

    /// Lets a day come that a person confirmed: after a leap that ``proposeDay()`` left waiting, or at any time.
    ///
    /// The outcome is `rejected` when the day is no date or not later than the last one, and in a trial region, whose days
    /// come from its desk. Throws ``StoreFailure`` or ``CommitQueue/Refusal``.
    public func confirmDay(_ day: String) async throws -> Outcome {
        let author = ownAuthor()
        return try await queue.commit { group in
            try group.advance(to: day, by: author)
        }
    }
}

extension CommitGroup {
    /// Another proposal may have come first; a day that is not later would only leave a refusal in the journal.
    mutating func advanceUnlessCome(to day: String, by author: OwnAuthor) throws -> Outcome? {
        guard case .advance = DayProposal(today: day, last: head.day) else { return nil }
        return try advance(to: day, by: author)
    }

    mutating func advance(to day: String, by author: OwnAuthor) throws -> Outcome {
        guard let region = try transaction.records(linked: .kind(.region)).first else {
            throw StoreFailure(.damaged, "the region's record is missing")
        }
        let outcomes = try decideOwn(
            [OwnOperation(kind: "day.advance", record: region.id, body: .object([("to", .string(day))]))], by: author)
        guard let outcome = outcomes.first?.outcome else {
            throw StoreFailure(.io, "the day was not decided")
        }
        return outcome
    }
}
