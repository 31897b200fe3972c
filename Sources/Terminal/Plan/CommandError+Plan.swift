import Personnel
import Planning

extension CommandError {
    /// Why pool, settings or a change cannot be planned with.
    public static func plan(_ error: PlanError) -> CommandError {
        let refusals = error.refusals.map { refusal in
            (Sentences.word(.planGate, refusal.gate.rawValue), refusal.value.map(\.text).joined(separator: " / "))
        }
        func list(_ language: Language) -> String {
            refusals.map { word, values in
                [word?[language] ?? "", values].filter { !$0.isEmpty }.joined(separator: " ")
            }.joined(separator: "; ")
        }
        switch error.code {
        case .notEligible:
            return CommandError(
                .badArgument,
                Sentence(
                    "Aturan tidak mengizinkan kursi itu: " + list(.indonesian) + ".",
                    "The rules do not open that seat: " + list(.english) + "."),
                advice: Sentence(
                    "Pilih kursi lain; lihat plan show --part seats.",
                    "Choose another seat; see plan show --part seats."))
        case .contradiction:
            return CommandError(
                .badArgument,
                Sentence("Dua perubahan saling bertentangan.", "Two changes contradict each other."),
                advice: Sentence(
                    "Batalkan yang terdahulu dengan plan undo.", "Take the earlier one back with plan undo."))
        case .unknown:
            return CommandError(
                .badArgument,
                Sentence(
                    "Perubahan menyebut orang atau kursi yang tidak ada lagi dalam data.",
                    "A change names a person or a seat that is no longer in the records."),
                advice: Sentence("Buat rencana lagi dengan plan make.", "Make the plan again with plan make."))
        case .limit, .duplicate, .tree, .range:
            return CommandError(
                .badArgument,
                Sentence(
                    "Data tidak dapat direncanakan: {code} {subject}.",
                    "The records cannot be planned with: {code} {subject}."),
                advice: Sentence("Periksa unit dan kursi itu di dinasnya.", "Check that unit and seat at its agency."),
                values: [("code", error.code.rawValue), ("subject", error.subject)])
        }
    }
}
