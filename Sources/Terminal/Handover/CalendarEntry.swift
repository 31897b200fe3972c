import Negotiation
import Personnel
import StrictJSON

/// One date ahead that a successor has to know.
public struct CalendarEntry: Equatable, Sendable {
    /// What comes on the date; the raw values stand in `--json`.
    public enum Kind: String, Sendable, CaseIterable {
        /// The last day for something that waits for an agency.
        case due
        /// The agreed first day of a transfer that has not started.
        case start
        /// The day back from a secondment.
        case `return`
        /// The last day of a vacancy of one's own.
        case vacancyCloses = "vacancy-closes"
        /// The first day of a policy that does not count yet.
        case policyBegins = "policy-begins"
        /// The day from which a planned reorganisation counts.
        case reorganisation
        /// The last day of the head of region's tenure.
        case tenureEnds = "tenure-ends"
        /// A date of an election around which officials are protected.
        case election
    }

    public var date: CivilDate
    public var kind: Kind
    /// Nil for what is about no single record.
    public var record: RecordID?
    /// The todo line behind a `due`.
    public var line: TodoLine?
    /// What the record does not say: a name, a version.
    public var detail: String

    public init(
        date: CivilDate, kind: Kind, record: RecordID? = nil, line: TodoLine? = nil, detail: String = ""
    ) {
        self.date = date
        self.kind = kind
        self.record = record
        self.line = line
        self.detail = detail
    }

    /// `{"date","kind","record"?,"who"?,"detail"?}`
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [("date", .string(date.iso)), ("kind", .string(kind.rawValue))]
        members += record.map { [("record", .string($0.text))] } ?? []
        members += line.map { [("who", .string($0.who.text))] } ?? []
        members += detail.isEmpty ? [] : [("detail", .string(detail))]
        return .object(members)
    }
}

extension Todo {
    /// What comes from today on, the nearest first.
    public var calendar: [CalendarEntry] {
        guard let today = records.today else { return [] }
        let due = lines.filter { $0.kind != .expectReorganisation }.compactMap { line in
            line.until.map { CalendarEntry(date: $0, kind: .due, record: line.record, line: line) }
        }
        let entries =
            due + records.transfers.flatMap(dates(of:)) + records.vacancies.flatMap(dates(of:)) + policyDates
            + records.reorganisations.filter { $0.state == .planned }
            .map { CalendarEntry(date: $0.from, kind: .reorganisation, record: $0.id, detail: $0.number) }
        return entries.filter { $0.date >= today }.enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    private func dates(of transfer: Transfer) -> [CalendarEntry] {
        guard transfer.ended == nil else { return [] }
        guard transfer.started != nil else {
            return [CalendarEntry(date: transfer.start, kind: .start, record: transfer.id)]
        }
        return transfer.returns.map { [CalendarEntry(date: $0, kind: .return, record: transfer.id)] } ?? []
    }

    private func dates(of vacancy: Vacancy) -> [CalendarEntry] {
        guard vacancy.agency == own, vacancy.ended == nil, let last = vacancy.openUntil else { return [] }
        return [CalendarEntry(date: last, kind: .vacancyCloses, record: vacancy.id)]
    }

    private var policyDates: [CalendarEntry] {
        let ahead = records.policies.map { policy in
            CalendarEntry(date: policy.from, kind: .policyBegins, record: policy.id, detail: "\(policy.version)")
        }
        // Dates of the head of region stand in the newest set.
        let head = records.policies.last?.head
        let tenures = (head?.tenures ?? []).compactMap { tenure in
            tenure.span.until.map { CalendarEntry(date: $0, kind: .tenureEnds, detail: tenure.name) }
        }
        let elections = (head?.elections ?? []).flatMap { election in
            [election.candidatesSet, election.termEnd, election.inauguration].compactMap { $0 }
                .map { CalendarEntry(date: $0, kind: .election) }
        }
        return ahead + tenures + elections
    }
}
