import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// Offers: what, between whom, on which terms, who has said what, what is missing, and what to do next.
extension Presenter {
    public func offers(_ offers: [Offer]) -> Page {
        guard !offers.isEmpty else { return nothing("Tidak ada usulan mutasi.", "There are no offers.") }
        let rows = offers.map { offer in
            [
                shown(offer.id), state(offer), person(of: offer.card), place(of: offer.vacancy), offer.home.text,
                offer.receiving.text, date(offer.terms.start),
                language.list(todo.lines(of: offer).map(\.who.text)),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Keadaan", "State"), column("Pegawai", "Person"),
                        column("Untuk jabatan", "For the post"), column("Asal", "Home"),
                        column("Tujuan", "Receiving"), column("Mulai", "Start"), column("Menunggu", "Waits for"),
                    ], rows: rows))
        ])
    }

    /// One offer: terms, who said what, rules, what is missing.
    ///
    /// - Parameters:
    ///   - profile: who stands behind the card, once home disclosed it to this agency.
    ///   - reasons: texts of refusals' reasons and of the decision's by attachment, as far as they have come.
    public func offer(
        _ offer: Offer, profile: DisclosedProfile? = nil, reasons: [String: String] = [:]
    ) -> Page {
        var page = Page([
            .title(say("Usulan mutasi \(shown(offer.id)): ", "Offer \(shown(offer.id)): ") + state(offer)),
            .fields(
                [
                    field("Pegawai", "Person", person(offer, profile)),
                    field("Untuk jabatan", "For the post", place(of: offer.vacancy)),
                    field("Perangkat daerah asal", "Home agency", agency(offer.home)),
                    field("Perangkat daerah tujuan", "Receiving agency", agency(offer.receiving)),
                    field("Jenis mutasi", "Kind of move", kind(offer)),
                ] + policy(of: offer)
                    + (offer.request.map { [field("Atas permohonan", "Follows the request", shown($0))] } ?? [])
                    + package(of: offer)),
        ])
        page.blocks += terms(offer)
        page.blocks += stances(offer, reasons)
        page.blocks += papers(offer)
        if let table = rules(RuleResult.findings(sheet: offer.sheet, computed: offer.computed)) {
            page.add(.heading(say("Aturan", "Rules")))
            page.add(.table(table))
            page.blocks += notApplying(offer)
        }
        page.blocks += next(todo.lines(of: offer))
        page.blocks += others(offer)
        return page
    }

    /// The policy that counts for it, where that is not simply the one in force since it was made.
    private func policy(of offer: Offer) -> [Page.Field] {
        func version(_ id: RecordID) -> Int? { records.policies.first { $0.id == id }?.version }
        guard let own = version(offer.policy) else { return [] }
        var parts: [String] = []
        if let moved = offer.moved {
            let from = version(moved.from).map(String.init) ?? "?"
            let actor = moved.stamp.actor
            parts.append(
                say("dipindahkan dari versi \(from) oleh \(actor)", "moved from version \(from) by \(actor)"))
        }
        if let newer = newerPolicy(than: offer) {
            parts.append(say("sekarang berlaku versi \(newer)", "version \(newer) is in force now"))
        }
        guard !parts.isEmpty else { return [] }
        return [field("Kebijakan", "Policy", ([say("versi", "version") + " \(own)"] + parts).joined(separator: "; "))]
    }

    /// The version in force, when it is not the one under which an open offer stands.
    func newerPolicy(than offer: Offer) -> Int? {
        guard offer.isOpen, let newest = records.currentPolicy, newest.id != offer.policy else { return nil }
        return newest.version
    }

    private func package(of offer: Offer) -> [Page.Field] {
        guard let id = offer.package else { return [] }
        let state = records.packages.first { $0.id == id }.map { ", " + self.state($0) } ?? ""
        return [field("Paket", "Package", shown(id) + state)]
    }

    private func person(_ offer: Offer, _ profile: DisclosedProfile?) -> String {
        let card = person(of: offer.card)
        guard let profile else { return card + say(", tanpa nama", ", without name") }
        let titles = profile.titleAfter.map { ", \($0)" } ?? ""
        let name = [profile.titleBefore, profile.name].compactMap { $0 }.joined(separator: " ") + titles
        return "\(name), \(profile.nip.text); \(card)"
    }

    /// `{"offer":{…record,"waits":[…],"profile"?:{"nip","name"},"passedOver"?: text,"reasons"?:{attachment: text}}}`:
    /// who has to do what next, whom home disclosed, why it was passed over, and why it was refused and decided.
    public func offerJSON(
        _ offer: Offer, profile: DisclosedProfile? = nil, passedOver: String? = nil, reasons: [String: String] = [:]
    ) -> JSONValue {
        guard let record = records.record(offer.id), case .object(let members) = RecordJSON.of(record) else {
            return .object([("offer", nil)])
        }
        let waits = JSONValue.array(todo.lines(of: offer).map(\.json))
        let person = profile.map { profile in
            [("profile", JSONValue.object([("nip", .string(profile.nip.text)), ("name", .string(profile.name))]))]
        }
        let reason = passedOver.map { [("passedOver", JSONValue.string($0))] }
        let known = members.filter { !["waits", "profile", "passedOver", "reasons"].contains($0.0) }
        var shown = known + [("waits", waits)] + (person ?? []) + (reason ?? [])
        if !reasons.isEmpty {
            let texts = reasons.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
            shown.append(("reasons", .object(texts)))
        }
        return .object([("offer", .object(shown))])
    }

    /// The offer's label in words, with the reason for an end or a wait.
    func state(_ offer: Offer) -> String {
        if let closed = offer.closed {
            return "\(word(.label, "closed")): \(ending(closed))"
        }
        let label = records.route(offer).map { offer.label($0).rawValue } ?? storedLabel(offer)
        if label == Offer.Label.waiting.rawValue, let reason = offer.hold?.reason {
            return say("cadangan: ", "in line: ") + word(.term, reason)
        }
        return word(.label, label)
    }

    private func condition(_ condition: Condition) -> String {
        switch condition {
        case .vacancy(let id): say("terisi: ", "filled: ") + place(of: id)
        case .transfer(let id): say("mulai bertugas: ", "started: ") + about(id)
        case .training, .replacement: word(.gate, condition.gate)
        }
    }

    private func storedLabel(_ offer: Offer) -> String {
        let body = records.record(offer.id).flatMap { try? JSON(parsing: $0.body) }
        return body?["label"]?.string ?? "?"
    }

    private func kind(_ offer: Offer) -> String {
        guard let route = records.route(offer) else { return offer.route }
        let hidden =
            offer.isHidden(route)
            ? say("; belum terlihat oleh perangkat daerah sampai SK", "; no agency sees it before the decree") : ""
        return "\(named(route: offer.route)), \(word(.assignment, route.assignment.rawValue))\(hidden)"
    }

    private func terms(_ offer: Offer) -> [Page.Block] {
        let terms = offer.terms
        let by = terms.isByDesk ? word(.side, "desk") : agency(offer.agency(terms.by))
        var fields = [field("Mulai bertugas", "Start", date(terms.start))]
        fields += terms.returns.map { [field("Kembali", "Return", date($0))] } ?? []
        for (name, value) in (try? JSON(parsing: terms.value))?.members ?? [] {
            switch name {
            case "start", "return": break
            case "after":
                let waits = terms.conditions.map(condition).joined(separator: "; ")
                fields.append(field("Mulai hanya setelah", "Starts only after", waits))
            case "partTime": fields.append(field("Bagian waktu kerja", "Part of the time", value.text + "%"))
            case "note": fields.append(field("Catatan", "Note", value.string ?? value.text))
            case "overlapDays":
                fields.append(field("Tumpang tugas", "Overlap", value.text + say(" hari", " days")))
            case "training":
                fields.append(
                    field(
                        "Pelatihan dulu", "Training first",
                        value.boolean == true ? say("ya", "yes") : say("tidak", "no")))
            default: fields.append(Page.Field(name, value.string ?? value.text))
            }
        }
        return [
            .heading(
                say(
                    "Syarat versi \(terms.version), dari \(by), \(date(terms.day))",
                    "Terms, version \(terms.version), by \(by), \(date(terms.day))")),
            .fields(fields),
        ]
    }
}
