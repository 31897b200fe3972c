import Negotiation
import Personnel
import Planning

/// What a plan says, in sentences of one language.
struct PlanText {
    let records: PlanRecords
    let presenter: Presenter

    private var language: Language { presenter.language }

    private func say(_ indonesian: String, _ english: String) -> String { presenter.say(indonesian, english) }

    private func points(_ count: Int) -> String {
        say("\(language.number(count)) poin", count == 1 ? "1 point" : "\(language.number(count)) points")
    }

    // MARK: Names

    func person(_ id: String) -> String {
        records.cards[id].map { presenter.person(of: $0.id) } ?? id
    }

    func seat(_ id: String) -> String {
        let name = records.seatNames[id] ?? id
        switch records.seats[id] {
        case .held(let card):
            return say(
                "\(name), kursi kartu \(presenter.shown(card))", "\(name), seat of card \(presenter.shown(card))")
        case .free(let vacancy): return "\(name) [\(presenter.shown(vacancy))]"
        case nil: return name
        }
    }

    /// The seat without whose it is.
    func place(_ id: String) -> String { records.seatNames[id] ?? id }

    func group(_ id: String) -> String {
        guard let agency = AgencyCode(id) else { return records.groupNames[id] ?? id }
        return presenter.agency(agency)
    }

    func shape(_ shape: PlanPackage.Shape) -> String {
        switch shape {
        case .single: say("sendiri", "alone")
        case .chain: say("berantai", "chain")
        case .swap: say("tukar tempat", "exchange")
        case .cycle: say("melingkar", "ring")
        }
    }

    // MARK: Reasons

    /// Why somebody moves, or does not.
    func reason(_ finding: PlanPersonFinding) -> String {
        switch finding.outcome {
        case .moves(let gain, let others):
            let first = others.first.map { "; " + say("berikutnya: ", "next best: ") + alternative($0) } ?? ""
            return gain >= 0
                ? say("\(points(gain)) di atas tetap di tempat", "\(points(gain)) above staying") + first
                : say(
                    "\(points(-gain)) di bawah tetap di tempat, tetapi seluruh rencana membutuhkannya",
                    "\(points(-gain)) below staying, but the plan as a whole needs it") + first
        case .blocked(let code): return say("terhalang aturan ", "forbidden by rule ") + blocked(code)
        case .kept(let reason): return say("dipertahankan: ", "kept: ") + reason
        case .nothingKnown:
            return say(
                "tidak ada data untuk membandingkan tempatnya dengan yang lain",
                "nothing is known by which her post could be compared")
        case .nothingFits(let nearest):
            let gap = nearest.map { "; " + say("terdekat ", "nearest ") + self.gap($0, seat: true) } ?? ""
            return say("tidak ada kursi yang boleh didudukinya", "the rules open no seat to her") + gap
        case .bestWhereSheIs(let nearest):
            let next = nearest.map { "; " + say("terdekat: ", "nearest: ") + alternative($0) } ?? ""
            return say("paling cocok di tempatnya sekarang", "best where she is") + next
        case .notPlaced(let alternatives):
            let list = alternatives.map(alternative)
            return say("tidak ditempatkan: ", "not placed: ") + list.joined(separator: "; ")
        }
    }

    /// Why a seat is filled or stays empty.
    func reason(_ finding: PlanSeatFinding) -> String {
        switch finding.outcome {
        case .kept(let person): return say("tetap diduduki ", "kept by ") + self.person(person)
        case .filled(let person): return say("diisi ", "filled by ") + self.person(person)
        case .closed: return say("tidak dibuka: pemangku sudah mencukupi", "closed: as many serve as are needed")
        case .nobodyFits(let nearest):
            let gaps = nearest.map { gap($0, seat: false) }
            let list =
                gaps.isEmpty ? "" : say("; kesenjangan terdekat: ", "; nearest gap: ") + gaps.joined(separator: "; ")
            return say("kosong: tidak ada yang memenuhi syarat", "empty: no eligible person") + list
        case .betterElsewhere(let candidates):
            let list = candidates.map { one in
                let short = one.short.map {
                    say("\(points($0)) lebih berharga di tempat lain", "worth \(points($0)) more elsewhere")
                }
                return "\(person(one.person)) (\(short ?? obstacle(one.obstacle)))"
            }
            return say(
                "kosong: yang cocok lebih dibutuhkan di tempat lain: ", "empty: who fits is worth more elsewhere: ")
                + list.joined(separator: "; ")
        }
    }

    func alternative(_ alternative: PlanAlternative) -> String {
        let short = alternative.short.map { say(", kurang \(points($0))", ", \(points($0)) short") } ?? ""
        return "\(place(alternative.seat)): \(obstacle(alternative.obstacle))\(short)"
    }

    private func obstacle(_ obstacle: PlanAlternative.Obstacle) -> String {
        switch obstacle {
        case .stayWorthMore: say("tempatnya sekarang lebih berharga", "her own post is worth more")
        case .betterFits(let people):
            say("ditempati yang lebih cocok, ", "held by better fits, ") + language.list(people.map(person))
        case .neededIn(let group):
            say("\(self.group(group)) tidak dapat melepas", "\(self.group(group)) can spare nobody")
        case .groupIsFull(let group): say("\(self.group(group)) sudah penuh", "\(self.group(group)) is full")
        case .undecided(let people):
            say("data kurang untuk memilih antara dia dan ", "too little data to choose between this person and ")
                + language.list(people.map(person))
        case .tie: say("sama baiknya, urutan kartu menentukan", "equally good, the order of cards decides")
        }
    }

    private func gap(_ gap: PlanGap, seat: Bool) -> String {
        let name = seat ? place(gap.id) : person(gap.id)
        return "\(name): \(language.list(gap.refusals.map(refusal)))"
    }

    func refusal(_ refusal: PlanRefusal) -> String {
        let values = refusal.value.map(\.text).joined(separator: " / ")
        let name = Sentences.word(.planGate, refusal.gate.rawValue, language)
        let rule = refusal.gate.rule.map { " (\($0.rawValue))" } ?? ""
        return values.isEmpty ? name + rule : "\(name) \(values)\(rule)"
    }

    private func blocked(_ code: String) -> String {
        guard let rule = code.split(separator: ":").first.map(String.init).flatMap(RuleID.init(rawValue:)) else {
            return code
        }
        return "\(rule.rawValue) \(Sentences.title(rule)[language])"
    }

    func shortage(_ shortage: PlanShortage?) -> String {
        guard let shortage else { return "-" }
        return say(
            "\(group(shortage.group)): \(shortage.holders) dari \(shortage.need)",
            "\(group(shortage.group)): \(shortage.holders) of \(shortage.need)")
    }
}
