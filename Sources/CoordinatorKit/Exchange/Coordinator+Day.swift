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
        guard !region.isTrial else { return .none }
        guard let today = clock().day(in: region.zone) else {
            throw StoreFailure(.region, "the time zone \(region.zone) is unknown on this machine")
        }
        let proposal = DayProposal(today: today, last: try await head().day)
        switch proposal {
        case .none: break
        case .advance(let day): try await advance(to: day)
        case .leap(let days):
            log.warning(
                """
                the clock is \(days) days ahead of the journal's last day, so no day was written; check the clock, then run \
                mutasi-coordinator day advance --to \(today)
                """)
        }
        return proposal
    }

    private func advance(to day: String) async throws {
        let author = ownAuthor()
        let outcome = try await queue.commit { group in
            guard let region = try group.transaction.records(linked: .kind(.region)).first else {
                throw StoreFailure(.damaged, "the region's record is missing")
            }
            // Another proposal may have come first; a day that is not later would only leave a refusal in the journal.
            guard case .advance = DayProposal(today: day, last: group.head.day) else { return OperationOutcome?.none }
            return try group.decideOwn(
                [OwnOperation(kind: "day.advance", record: region.id, body: .object([("to", .string(day))]))],
                by: author
            ).first
        }
        if let outcome, outcome.outcome.kind != .accepted {
            log.error("a day was refused", metadata: ["outcome": "\(outcome.outcome.json.encodedText)"])
        }
    }
}
