import Personnel

/// What figures say of the people at a counter, and why they may say nothing.
extension SurgeDemand {
    /// What keeps a single counter from being computed; nil where nothing does, or the whole page says it.
    func note(_ language: Language) -> String? {
        switch self {
        case .loadUnknown: Sentence("lama layanan tidak tercatat", "times of service not recorded")[language]
        case .beyondAnyTeam: Sentence("angka tidak masuk akal", "the figures cannot be right")[language]
        case .ask, .enough, .targetUnset: nil
        }
    }

    /// What the figures say beside what is asked; nil where they say nothing.
    ///
    /// - Parameter present: who serves at the counter.
    func sentence(present: Int, _ language: Language) -> String? {
        guard let people, let service else { return nil }
        return Sentence(
            "Menurut data loket: perlu {needed} petugas, ada {present}, kurang {missing}; {share}% lalu dilayani dalam waktu yang dijanjikan.",
            "By the figures: {needed} people needed, {present} there, {missing} more; {share}% are then served within the promised time."
        ).text(
            language,
            [
                ("needed", language.number(service.agents)), ("present", language.number(present)),
                ("missing", language.number(people)), ("share", language.number(service.answeredPermille / 10)),
            ])
    }

    /// Why no number can be proposed; nil where it can.
    var refusal: CommandError? {
        let stated = Sentence(
            "Sebutkan jumlah menurut kepala unit dengan --people dan --reason.",
            "Give the head's own number with --people and --reason.")
        return switch self {
        case .ask: nil
        case .enough:
            CommandError(
                .badArgument,
                Sentence(
                    "Dengan petugas yang ada, waktu tunggu yang dijanjikan terpenuhi.",
                    "With who is there the promised waiting time is kept."), advice: stated)
        case .targetUnset:
            CommandError(
                .badArgument,
                Sentence(
                    "Kebijakan wilayah tidak menjanjikan waktu tunggu, jadi jumlah petugas tidak dapat dihitung.",
                    "The region's policy promises no waiting time, so no number can be computed."), advice: stated)
        case .loadUnknown:
            CommandError(
                .badArgument,
                Sentence(
                    "Data loket tidak menyebut lama layanan, jadi jumlah petugas tidak dapat dihitung.",
                    "The figures do not say how long service takes, so no number can be computed."), advice: stated)
        case .beyondAnyTeam:
            CommandError(
                .badArgument,
                Sentence(
                    "Data loket memerlukan lebih banyak petugas daripada loket mana pun.",
                    "The figures ask for more people than any counter has."),
                advice: Sentence(
                    "Periksa pengunjung, menit layanan dan --open-minutes; perbaiki dengan surge import.",
                    "Check visitors, minutes of service and --open-minutes; correct them with surge import."))
        }
    }
}
