import NodeKit
import StrictJSON

/// What `doctor` found, in both programs.
public enum DoctorAnswer {
    /// A document and a page; 1 when something is bad.
    public static func of(_ checkups: [Checkup]) -> Answer {
        let order = Checkup.Subject.allCases
        let sorted = checkups.enumerated().sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0.element.subject) ?? 0 }
            return (places[0], one.offset) < (places[1], other.offset)
        }.map(\.element)
        let isWell = sorted.allSatisfy { $0.verdict != .bad }
        let json = JSONValue.object([
            ("well", .boolean(isWell)), ("warnings", .integer(sorted.count { $0.verdict == .warning })),
            ("checks", .array(sorted.map(json))),
        ])
        return Answer(json, exit: isWell ? .done : .answerIsNo) { page(sorted, $0) }
    }

    private static func json(_ checkup: Checkup) -> JSONValue {
        .object([
            ("check", .string(checkup.subject.rawValue)), ("verdict", .string(checkup.verdict.rawValue)),
            ("code", .optional(checkup.code)), ("detail", .string(checkup.detail)),
        ])
    }

    private static func page(_ checkups: [Checkup], _ language: Language) -> Page {
        let isWell = checkups.allSatisfy { $0.verdict == .ok }
        var page = Page([
            .title(
                isWell
                    ? Sentence("Semua baik", "All is well")[language]
                    : Sentence("Ada yang perlu dilihat", "Something needs a look")[language]),
            .fields(
                checkups.map { checkup in
                    Page.Field(
                        subject(checkup.subject)[language], "\(verdict(checkup.verdict)[language])  \(checkup.detail)")
                }),
        ])
        for checkup in checkups {
            guard let code = checkup.code else { continue }
            let words = Sentences.explanation(ErrorSource(rawValue: checkup.source), code)
            page.add(.advice("\(code): \(words.meaning[language]) \(words.advice[language])", command: nil))
        }
        return page
    }

    private static func verdict(_ verdict: Checkup.Verdict) -> Sentence {
        switch verdict {
        case .ok: Sentence("baik", "ok")
        case .warning: Sentence("PERINGATAN", "WARNING")
        case .bad: Sentence("RUSAK", "BAD")
        }
    }

    private static func subject(_ subject: Checkup.Subject) -> Sentence {
        switch subject {
        case .directory: Sentence("Folder data", "Data folder")
        case .keys: Sentence("Kunci", "Keys")
        case .database: Sentence("Basis data", "Database")
        case .contents: Sentence("Isi basis data", "Contents")
        case .disk: Sentence("Ruang disk", "Free disk space")
        case .sync: Sentence("Lengkap terakhir", "Last complete")
        case .backup: Sentence("Cadangan terakhir", "Last backup")
        case .clock: Sentence("Jam", "Clock")
        case .name: Sentence("Nama dan alamat", "Name and address")
        case .connection: Sentence("Sambungan", "Connection")
        case .certificate: Sentence("Sertifikat", "Certificate")
        case .coordinator: Sentence("Koordinator", "Coordinator")
        case .wire: Sentence("Versi protokol", "Protocol version")
        case .ready: Sentence("Siap melayani", "Ready to serve")
        }
    }
}
