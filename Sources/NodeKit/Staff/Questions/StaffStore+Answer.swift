import GRDB
import Personnel

extension StaffStore {
    /// What somebody has to say about people, then what waits for the next export.
    public func questions() throws -> [StaffQuestion] {
        try read { try $0.questions() }
    }

    /// Writes what somebody said to a person's question, in one transaction; nothing is deleted.
    ///
    /// Who is gone keeps the history, its last assignment ended by the decree. An `error` makes the person present again; a
    /// later complete export without the person asks anew. Throws `StaffError` `staff-unknown-person` when the store never
    /// held the person, `staff-no-question` when nothing of that kind is asked, and `staff-does-not-fit` when the day lies
    /// before the present post began.
    public func answer(_ answer: StaffAnswer, of nip: NIP) throws {
        try database.write { db in
            let reader = StaffReader(db)
            guard try reader.person(nip) != nil else {
                throw StaffError(.unknownPerson, "nobody here has this NIP", next: "look with: staff questions")
            }
            let asked = try reader.questions().filter { $0.person.nip == nip }
            switch answer {
            case .decree(let decree):
                guard let assignment = asked.first(where: { $0.kind == .outside })?.assignment else {
                    throw Self.notAsked
                }
                try Self.write(decree, assignment, of: nip, StaffWriter(db))
            case .gone(let reason, let day, let decree, let place):
                guard let question = asked.first(where: { $0.kind == .absent }) else { throw Self.notAsked }
                try Self.write(reason, from: day, decree, to: place, question, StaffWriter(db))
            }
        }
    }

    private static func write(
        _ decree: Decree, _ assignment: StaffAssignment, of nip: NIP, _ writer: StaffWriter
    ) throws {
        var told = assignment
        told.decree = decree
        try writer.put(told, of: nip)
    }

    private static func write(
        _ reason: AbsenceReason, from day: CivilDate, _ decree: Decree?, to place: String?, _ question: StaffQuestion,
        _ writer: StaffWriter
    ) throws {
        var person = question.person
        guard reason != .error else {
            person.presence = .present
            try writer.put(person)
            return
        }
        if let assignment = question.assignment {
            guard let ended = assignment.ending(on: day.adding(days: -1), by: decree) else {
                throw StaffError(
                    .doesNotFit, "the day lies before the present post began", next: "give the day of the decree")
            }
            try writer.put(ended, of: person.nip)
        }
        person.legalStanding = reason.legalStanding ?? person.legalStanding
        if reason == .movedOutside {
            person.presence = .left(on: day, to: place ?? "-")
        }
        try writer.put(person)
    }

    private static let notAsked = StaffError(
        .noQuestion, "nothing of that kind is asked about this person", next: "look with: staff questions")
}
