import Negotiation
import Personnel
import StrictJSON

/// The parts of an offer's page below its terms.
extension Presenter {
    /// - Parameter reasons: texts of the reasons by attachment, as far as they have come.
    func stances(_ offer: Offer, _ reasons: [String: String]) -> [Page.Block] {
        let route = records.route(offer)
        var rows = Side.allCases.map { side in
            let stance = offer.stance(side)
            let voice = route.map { side == .home ? $0.home : $0.receiving }
            return [
                "\(agency(offer.agency(side))), \(word(.side, side.rawValue))",
                voice.map { word(.voice, $0.rawValue) } ?? "",
                stance.map { word(.stance, $0.says.rawValue) } ?? unsaid(voice),
                stance.map { stance in
                    recorded(by: stance.actor ?? "", stance.letter, stance.entered, stated: stance.letter?.date)
                } ?? "",
            ]
        }
        if let route, route.person != .none {
            let said = offer.person.map { word(.stance, $0.says.rawValue) + letter($0) }
            let open = offer.awaitsPerson(route) ? say("belum dicatat", "not recorded yet") : "-"
            rows.append([
                word(.side, "person"), word(.voice, route.person.rawValue), said ?? open,
                offer.person?.actor ?? "",
            ])
        }
        var blocks: [Page.Block] = [
            .heading(say("Pernyataan para pihak", "What the parties say")),
            .table(
                Table(
                    [
                        column("Pihak", "Party"), column("Peran", "Part"), column("Pernyataan", "Says"),
                        column("Dicatat oleh", "Recorded by"),
                    ], rows: rows)),
        ]
        func text(_ name: String) -> String { reasons[name] ?? say("belum diterima", "not here yet") }
        for side in Side.allCases {
            guard let name = offer.refusalReason(side) else { continue }
            let who = agency(offer.agency(side))
            blocks.append(.paragraph(say("Alasan \(who): \(text(name))", "Reason of \(who): \(text(name))")))
        }
        if let override = offer.override {
            let result = override.proceeds ? say("dilanjutkan", "go on") : say("tidak dilanjutkan", "close")
            blocks.append(.paragraph(say("Keputusan BKD: \(result).", "The BKD decided: \(result).")))
            if let name = offer.decisionReason {
                let reason = text(name)
                blocks.append(.paragraph(say("Alasan keputusan: \(reason)", "Reason of the decision: \(reason)")))
            }
        }
        return blocks
    }

    /// Number and date of the person's letter.
    private func letter(_ stance: Stance) -> String {
        guard let letter = (try? JSON(parsing: stance.value))?["letter"], let number = letter["number"]?.string else {
            return ""
        }
        return ", \(number), \(date(text: letter["date"]?.string ?? ""))"
    }

    /// The rules that do not apply to this kind of move, each by its name.
    func notApplying(_ offer: Offer) -> [Page.Block] {
        guard let route = records.route(offer) else { return [] }
        let others = RuleID.allCases.filter { !route.rules.contains($0) }
        guard !others.isEmpty else { return [] }
        let names = others.map { "\($0.rawValue) \(Sentences.title($0)[language])" }
        return [
            .paragraph(
                say("Tidak berlaku untuk jenis mutasi ini: ", "Do not apply to this kind of move: ")
                    + names.joined(separator: "; ") + ".")
        ]
    }

    /// Opinions that the route names and the document that ends it, given or not.
    func papers(_ offer: Offer) -> [Page.Block] {
        guard let route = records.route(offer) else { return [] }
        var rows = route.opinions.map { opinion in
            let given = offer.opinions.last { $0.code == opinion.code && $0.terms == offer.terms.version }
            let isVoid = given?.isVoid == true && !offer.hasOpinion(opinion.code)
            let open = opinion.isRequired ? say("belum", "not yet") : say("belum, tidak wajib", "not yet, not required")
            return [
                named(opinion.code, of: offer),
                isVoid
                    ? word(.result, "void") : given.map { word(.result, $0.result) } ?? open,
                given.map { paper($0.document) } ?? "",
            ]
        }
        rows.append([
            named(route.document, of: offer),
            offer.decreed == nil ? say("belum", "not yet") : say("terbit", "issued"),
            offer.decreed.map { paper($0.document) } ?? "",
        ])
        return [
            .heading(say("Pertimbangan dan dokumen", "Opinions and documents")),
            .table(
                Table(
                    [column("Jenis", "Type"), column("Hasil", "Result"), column("Dokumen", "Document")],
                    rows: rows)),
        ]
    }

    /// Beside the next step: the other answers that a party may give, and where a decreed offer goes on.
    func others(_ offer: Offer) -> [Page.Block] {
        let program = todo.program(own)
        if let decreed = offer.decreed, offer.closed == nil {
            return [
                .advice(
                    say("Mutasinya berjalan di:", "It goes on as a transfer:"),
                    command: "\(program) transfer show \(shown(decreed.transfer))")
            ]
        }
        var blocks: [Page.Block] = []
        if own == todo.desk, newerPolicy(than: offer) != nil {
            blocks.append(
                .advice(
                    say(
                        "Usulan ini tetap menurut kebijakan lamanya. Atau pindahkan; semua pihak menyatakan lagi:",
                        "It keeps its older policy. Or move it; everybody answers anew:"),
                    command: "\(program) offer move \(shown(offer.id))"))
        }
        guard offer.isOpen, todo.lines(of: offer).contains(where: { $0.kind == .answerOffer && $0.who == own }) else {
            return blocks
        }
        let id = shown(offer.id)
        return blocks + [
            .advice(
                say("Atau tolak, dengan alasan:", "Or refuse, with a reason:"),
                command: "\(program) offer refuse \(id) --reason T"),
            .advice(
                say("Atau ajukan tanggal mulai lain:", "Or ask for another start:"),
                command: "\(program) offer counter \(id) --start D"),
        ]
    }

    /// A document's number and date, or its id when it is not at hand.
    func paper(_ id: RecordID) -> String {
        records.document(id).map { "\($0.number), \(date($0.date)) [\(shown($0.id))]" } ?? shown(id)
    }

    public func nothing(_ indonesian: String, _ english: String) -> Page {
        Page([.paragraph(say(indonesian, english))])
    }

    private func unsaid(_ voice: Route.Voice?) -> String {
        voice == Route.Voice.none ? "-" : say("belum menjawab", "no answer yet")
    }
}
