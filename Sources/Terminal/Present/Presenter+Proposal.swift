import Negotiation
import StrictJSON

/// What waits for a second person.
extension Presenter {
    /// The longest text of an attachment that stands in a page, in characters.
    private static let textLimit = 400

    public func proposals(_ proposals: [Proposal]) -> Page {
        guard !proposals.isEmpty else {
            return nothing("Tidak ada yang menunggu orang kedua.", "Nothing waits for a second person.")
        }
        let rows = proposals.map { proposal in
            [
                shown(proposal.id), date(proposal.day), agency(proposal.agency), proposal.operation.actor,
                word(.operation, proposal.operation.kind), about(proposal.id), state(proposal),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Sejak", "Since"), column("Perangkat daerah", "Agency"),
                        column("Oleh", "By"), column("Tindakan", "Act"), column("Tentang", "About"),
                        column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    /// - Parameter texts: what the attachments say that the operation names, by their names.
    public func proposal(_ proposal: Proposal, texts: [String: String] = [:]) -> Page {
        var page = Page([
            .title(say("Usul tindakan \(shown(proposal.id)): ", "Proposal \(shown(proposal.id)): ") + state(proposal)),
            .fields([
                field("Tindakan", "Act", word(.operation, proposal.operation.kind)),
                field("Tentang", "About", about(proposal.id)),
                field("Perangkat daerah", "Agency", agency(proposal.agency)),
                field("Diusulkan oleh", "Proposed by", "\(proposal.operation.actor), \(date(proposal.day))"),
            ]),
            .heading(say("Isinya", "What it says")),
            .fields(Self.members(proposal.operation.body).map { Page.Field($0, meaning($1, texts, of: $0)) }),
        ])
        let ends = [
            (proposal.confirmed, say("Dikonfirmasi oleh ", "Confirmed by ")),
            (proposal.refused, say("Ditolak oleh ", "Refused by ")),
        ]
        for (said, words) in ends {
            guard let said else { continue }
            page.add(.paragraph(words + said.actor))
            let fields = ((try? JSON(parsing: said.value)).map { Self.members($0) } ?? []).map { name, value in
                Page.Field(name, meaning(value, texts, of: name))
            }
            if !fields.isEmpty { page.add(.fields(fields)) }
        }
        guard proposal.ended == nil else { return page }
        let command = "\(todo.program(own)) proposal"
        let letter =
            own == proposal.agency ? "--as NAME" : "--letter N --letter-date D --signer NAME --standing S"
        page.add(.heading(say("Pilih salah satu", "Choose one")))
        page.add(
            .advice(
                say(
                    "Belum berlaku. Orang lain dari \(agency(proposal.agency)) mengonfirmasi, atau BKD dengan surat pimpinannya:",
                    "It does not count yet. Another person of \(agency(proposal.agency)) confirms it, or the BKD with its head's letter:"
                ), command: "\(command) confirm \(shown(proposal.id)) \(letter)"))
        page.add(
            .advice(
                say("Tidak jadi:", "It shall not be:"), command: "\(command) refuse \(shown(proposal.id)) --reason T"))
        return page
    }

    private func state(_ proposal: Proposal) -> String {
        switch proposal.ended.flatMap({ Proposal.Result(rawValue: $0.reason) }) {
        case .confirmed: say("sudah dikonfirmasi", "confirmed")
        case .refused: say("ditolak", "refused")
        case nil: proposal.ended.map(ending) ?? say("menunggu orang kedua", "waits for a second person")
        }
    }

    /// Every value of a body with the way to it, in order: nothing of what is confirmed is left out.
    static func members(_ json: JSON, _ way: String = "") -> [(String, JSON)] {
        let name = way.isEmpty ? "" : way + "."
        if let attachment = json["attachment"], json.members?.count == 1 { return [(way, attachment)] }
        if let members = json.members, !members.isEmpty {
            return members.flatMap { Self.members($0.value, name + $0.name) }
        }
        if let elements = json.elements, !elements.isEmpty {
            return elements.enumerated().flatMap { Self.members($0.element, name + "\($0.offset + 1)") }
        }
        return [(way, json)]
    }

    /// - Parameter way: where the value stands; the region has titles for what some members name.
    private func meaning(_ value: JSON, _ texts: [String: String], of way: String) -> String {
        guard let text = value.string else { return value.text }
        switch way.split(separator: ".").last {
        case "route": return named(route: text)
        case "type", "step": return named(code: text)
        default: break
        }
        if let attached = texts[text] {
            let start = attached.prefix(Self.textLimit)
            return start.count < attached.count ? start + " …" : attached
        }
        if let id = RecordID(text: text) {
            return about(id)
        }
        if let code = AgencyCode(text), records.agencies[code] != nil {
            return agency(code)
        }
        if OperationKind(rawValue: text) != nil {
            return word(.operation, text)
        }
        return date(text: text)
    }
}
