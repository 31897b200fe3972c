import Negotiation
import Personnel

/// What waits for whom until when, found from the records that one agency may see.
///
/// It looks at records only, so what is still a draft counts as not done. A line of another agency is there when this one
/// is a party: it tells for whom one waits.
public struct Todo: Sendable {
    let records: VisibleRecords
    let own: AgencyCode

    /// - Parameter own: the agency that asks, as which visible things of nobody's agency are done.
    public init(_ records: VisibleRecords, own: AgencyCode) {
        self.records = records
        self.own = own
    }

    /// Every line, those with an earlier last day first, those without one last.
    public var lines: [TodoLine] {
        var lines: [TodoLine] = []
        lines += records.conflicts.flatMap { self.lines(of: $0) }
        lines += records.proposals.flatMap { self.lines(of: $0) }
        lines += records.offers.flatMap { self.lines(of: $0) }
        lines += records.packages.flatMap { self.lines(of: $0) }
        lines += records.trainings.flatMap { self.lines(of: $0) }
        lines += records.transfers.flatMap { self.lines(of: $0) }
        lines += records.vacancies.flatMap { self.lines(of: $0) }
        lines += records.requests.flatMap { self.lines(of: $0) }
        lines += records.surges.flatMap { self.lines(of: $0) }
        lines += records.notices.flatMap { self.lines(of: $0) }
        lines += records.reorganisations.flatMap { self.lines(of: $0) }
        return lines.map(byLetter).sorted { left, right in
            let (leftDay, rightDay) = (left.until ?? .latest, right.until ?? .latest)
            if leftDay != rightDay {
                return leftDay < rightDay
            }
            return left.kind == right.kind ? left.record < right.record : rank(left.kind) < rank(right.kind)
        }
    }

    /// What waits for an agency without a node waits for the desk, which has its letter or writes to it.
    private func byLetter(_ line: TodoLine) -> TodoLine {
        guard own == desk, line.who != own, let agency = records.agencies[line.who], agency.nodes.isEmpty else {
            return line
        }
        var letter = line
        letter.who = own
        letter.isByLetter = true
        let act = line.command.split(separator: " ", maxSplits: 1).last ?? ""
        letter.command =
            "\(program(own)) behalf \(line.who) --letter N --letter-date D --signer NAME --standing S -- \(act)"
        return letter
    }

    /// What waits for the agency that asks.
    public var ownLines: [TodoLine] { lines.filter { $0.who == own } }

    var desk: AgencyCode? { records.region?.desk }

    func program(_ agency: AgencyCode) -> String {
        agency == desk ? "mutasi-coordinator" : "mutasi-node"
    }

    private func rank(_ kind: TodoLine.Kind) -> Int {
        TodoLine.Kind.allCases.firstIndex(of: kind) ?? 0
    }
}
