import NodeKit
import Personnel
import StrictJSON

/// What somebody has to say about people, in both forms.
enum StaffQuestionText {
    /// `{"nip","name","kind","since","post"?,"unit"?}`
    static func json(_ question: StaffQuestion) -> JSONValue {
        let held: [(String, JSONValue)] =
            question.assignment.map {
                [("post", .string($0.postName)), ("unit", .string($0.unitName))]
            } ?? []
        return .object(
            [
                ("nip", .string(question.person.nip.text)), ("name", .string(question.person.name)),
                ("kind", .string(question.kind.rawValue)), ("since", .string(question.since.iso)),
            ] + held)
    }

    static func page(_ questions: [StaffQuestion], _ language: Language) -> Page {
        let open = questions.filter { $0.kind != .awaiting }
        let waiting = questions.filter { $0.kind == .awaiting }
        var page = Page([.title(Sentence("Pertanyaan tentang pegawai", "Questions about people")[language])])
        if open.isEmpty {
            page.add(.paragraph(Sentence("Tidak ada yang ditanyakan.", "Nothing is asked.")[language]))
        }
        for question in open {
            page.add(.advice(sentence(question, language), command: command(question)))
        }
        if !waiting.isEmpty {
            page.add(
                .heading(
                    Sentence("Menunggu SIASN: {count}", "Waiting for SIASN: {count}").text(
                        language, [("count", language.number(waiting.count))])))
            page.add(.items(waiting.map { sentence($0, language) }))
        }
        return page
    }

    private static func sentence(_ question: StaffQuestion, _ language: Language) -> String {
        let words =
            switch question.kind {
            case .absent:
                Sentence(
                    "{name}, {nip} ({post}): tidak ada dalam berkas sejak {since}. Mengapa?",
                    "{name}, {nip} ({post}): not in the file since {since}. Why?")
            case .outside:
                Sentence(
                    "{name}, {nip}: pindah di luar sistem ke {post} sejak {since}. Dengan SK mana?",
                    "{name}, {nip}: moved outside the system to {post} from {since}. By which decree?")
            case .awaiting:
                Sentence(
                    "{name}, {nip}: mutasi {since} belum tampak dalam ekspor",
                    "{name}, {nip}: the transfer of {since} is not in the export yet")
            }
        let held = question.assignment
        return words.text(
            language,
            [
                ("name", question.person.name), ("nip", question.person.nip.text),
                ("post", held.map { "\($0.postName), \($0.unitName)" } ?? "-"),
                ("since", language.date(question.since)),
            ])
    }

    private static func command(_ question: StaffQuestion) -> String {
        let nip = question.person.nip.text
        return question.kind == .absent
            ? "mutasi-node staff answer \(nip) --why REASON --from D --number N --date D"
            : "mutasi-node staff answer \(nip) --number N --date D"
    }
}
