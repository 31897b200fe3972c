import GRDB
import Personnel

/// Writes a person who arrives with a personnel file.
struct Arrival {
    let writer: StaffWriter
    let reader: StaffReader

    /// What the store knows already stays: the export may have come before the file.
    func write(_ file: PersonnelFile, _ assignment: StaffAssignment, _ transfer: StartedTransfer) throws {
        let sheet = file.sheet
        let nip = sheet.person.nip
        var person = sheet.person
        let last = transfer.start.adding(days: -1)
        if let known = try reader.person(nip), known.presence == .present {
            person = known
        }
        person.presence = .present
        person.awaitsExport = true
        try writer.put(person)
        for post in sheet.posts + [transfer.place.post] {
            try writer.add(post)
        }
        let known = try reader.assignments(of: nip)
        for held in sheet.assignments + known where held.assignment.span.from < transfer.start {
            let isRunning = (held.assignment.span.until ?? .latest) >= transfer.start
            if let ended = isRunning ? held.ending(on: last, by: transfer.decree) : held {
                try writer.put(ended, of: nip)
            }
        }
        let later = known.filter { $0.assignment.kind == .definitive && $0.assignment.span.from >= transfer.start }
        try write(assignment, of: nip, among: later)
        try writeFacts(of: sheet)
    }

    /// An export that came first may show the new post under a date of its own: the transfer's assignment stands for it. A
    /// move to yet another post after the transfer stays.
    private func write(_ assignment: StaffAssignment, of nip: NIP, among later: [StaffAssignment]) throws {
        var arrival = assignment
        for held in later {
            let isSame =
                held.assignment.postID == assignment.assignment.postID
                && held.assignment.unitID == assignment.assignment.unitID
            let day = held.assignment.span.from.adding(days: -1)
            if !isSame, let ended = arrival.ending(on: day) {
                arrival = ended
                break
            }
            try writer.remove(held, of: nip)
        }
        try writer.put(arrival, of: nip)
    }

    private func writeFacts(of sheet: PersonSheet) throws {
        let nip = sheet.person.nip
        for fact in sheet.facts {
            try writer.put(fact, of: nip)
        }
        for part in StaffPart.allCases where sheet.stated.contains(part) {
            try writer.state(part, of: nip)
        }
    }
}

extension PersonSheet {
    /// The rows of every part, in the order of `StaffPart`.
    var facts: [any StaffFact] {
        StaffPart.allCases.flatMap(facts(of:))
    }

    func facts(of part: StaffPart) -> [any StaffFact] {
        switch part {
        case .appraisals: appraisals
        case .competences: competences
        case .certificates: certificates
        case .trainings: trainings
        case .sanctions: sanctions
        case .leaves: leaves
        case .counterDuties: counterDuties
        case .talents: talents
        }
    }
}
