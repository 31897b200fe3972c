import Personnel

/// What an import found about a person and cannot know: somebody has to say it, or the next export has to.
public struct StaffQuestion: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// No longer in the staff export, and nobody has said why.
        case absent
        /// In a post that no transfer of the region explains (*di luar sistem*), without its decree.
        case outside
        /// Moved by a started transfer that the export does not show yet (*menunggu SIASN*): nothing to answer.
        case awaiting
    }

    public var person: StaffPerson
    public var kind: Kind
    /// The day from which it is so.
    public var since: CivilDate
    /// The assignment that it is about; nil when none is known.
    public var assignment: StaffAssignment?
}

/// Why somebody is no longer in the staff export.
public enum AbsenceReason: String, Sendable, CaseIterable {
    case retired
    case dismissed
    case died
    /// To an agency outside the region, or to one of it without a transfer.
    case movedOutside = "moved-outside"
    /// The file lacks the person, who is still here.
    case error

    /// What the legal standing becomes; nil when it stays.
    var legalStanding: String? {
        switch self {
        case .retired: "Pensiun"
        case .dismissed: "Diberhentikan"
        case .died: "Meninggal dunia"
        case .movedOutside, .error: nil
        }
    }
}

/// What somebody says to a question.
public enum StaffAnswer: Equatable, Sendable {
    /// The last day of service was the day before `from`; `to` is where a person went who moved outside.
    case gone(AbsenceReason, from: CivilDate, decree: Decree?, to: String?)
    /// The decree of a move outside the system.
    case decree(Decree)
}

extension StaffReader {
    /// What somebody has to say about people, by NIP; then what waits for the next export.
    public func questions() throws -> [StaffQuestion] {
        var open: [StaffQuestion] = []
        var waiting: [StaffQuestion] = []
        for person in try people() {
            let current = try assignments(of: person.nip).last { $0.assignment.kind == .definitive }
            switch person.presence {
            case .absent(let since) where current?.assignment.span.until == nil:
                open.append(StaffQuestion(person: person, kind: .absent, since: since, assignment: current))
            case .present:
                guard let current, current.move == ImportApplication.outsideTheSystem, current.decree == nil else {
                    break
                }
                open.append(
                    StaffQuestion(
                        person: person, kind: .outside, since: current.assignment.span.from, assignment: current))
            default: break
            }
            if person.awaitsExport {
                let since: CivilDate? =
                    if case .left(let day, _) = person.presence { day } else { current?.assignment.span.from }
                waiting +=
                    since.map {
                        [StaffQuestion(person: person, kind: .awaiting, since: $0, assignment: current)]
                    } ?? []
            }
        }
        return open + waiting
    }
}
