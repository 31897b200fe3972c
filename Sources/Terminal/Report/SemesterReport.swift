import Negotiation
import Personnel
import StrictJSON

/// What an auditor asks about a span of days: every decree with its basis, and what did not go as it was proposed.
///
/// Nothing is computed anew: the findings are those that were stored with the decree, under the policy of its day.
public struct SemesterReport: Sendable {
    /// A line of a decree, or of an opinion that struck it.
    public struct Line: Sendable {
        public var document: Document
        public var offer: Offer
        public var isFavourable: Bool
        /// The opinions that count for it, in the order in which they came, each with its document.
        public var basis: [Document]
        var transfer: Transfer?

        /// The findings as of the decree.
        public var findings: [RuleResult] {
            Presenter.findings(sheet: transfer?.sheet ?? offer.sheet, computed: transfer?.computed ?? offer.computed)
        }
    }

    let from: CivilDate
    let to: CivilDate
    let records: VisibleRecords

    public init(from: CivilDate, to: CivilDate, records: VisibleRecords) {
        self.from = from
        self.to = to
        self.records = records
    }

    /// The lines of documents that ended offers in the span, by the documents' dates.
    public var decrees: [Line] {
        dated.flatMap { document in
            document.lines.compactMap { line in
                guard let offer = records.offer(line.offer), offer.decreed?.document == document.id else { return nil }
                return self.line(document, offer, isFavourable: true)
            }
        }
    }

    /// Lines that a document of the span struck.
    public var struck: [Line] {
        dated.flatMap { document in
            document.lines.filter { !$0.isFavourable }.compactMap { line in
                records.offer(line.offer).map { self.line(document, $0, isFavourable: false) }
            }
        }
    }

    /// Offers that were passed over for a vacancy that a decree of the span filled, or whose terms are of the span.
    public var passedOver: [Offer] {
        let filled = Set(decrees.map(\.offer.vacancy))
        return records.offers.filter { offer in
            offer.closed?.reason == "passed-over" && (filled.contains(offer.vacancy) || isInside(offer.terms.day))
        }
    }

    /// Offers that the personnel agency decided over a refusal or silence, among those of the decrees.
    public var overridden: [Line] { decrees.filter { $0.offer.override?.proceeds == true } }

    /// Objections handed in during the span that were entered on a later day.
    public var enteredLate: [(transfer: Transfer, objection: Transfer.Objection)] {
        records.transfers.compactMap { transfer in
            guard let objection = transfer.objection, isInside(objection.filed), objection.filed < objection.entered
            else {
                return nil
            }
            return (transfer, objection)
        }
    }

    /// Words that somebody gave for an agency or a person by a letter, about offers of the decrees: who, by which letter.
    func letters(of offer: Offer) -> [(who: String, letter: JSON)] {
        guard let record = records.record(offer.id), let body = try? JSON(parsing: record.body) else { return [] }
        var stances = (body["stances"]?.members ?? []).map { ($0.name, $0.value) }
        stances += body["person"].map { [("person", $0)] } ?? []
        return stances.compactMap { name, stance in
            (stance["letter"] ?? stance["value"]?["letter"]).map { (name, $0) }
        }
    }

    private var dated: [Document] {
        records.documents.filter { isInside($0.date) }.sorted { ($0.date, $0.position) < ($1.date, $1.position) }
    }

    private func isInside(_ day: CivilDate) -> Bool { from <= day && day <= to }

    private func line(_ document: Document, _ offer: Offer, isFavourable: Bool) -> Line {
        let papers = offer.opinions.filter { $0.terms == offer.terms.version && $0.document != document.id }
            .compactMap { opinion in records.documents.first { $0.id == opinion.document } }
        return Line(
            document: document, offer: offer, isFavourable: isFavourable, basis: papers,
            transfer: records.transfers.first { $0.offer == offer.id })
    }
}

extension SemesterReport {
    /// `{"from","to","decrees":[line],"struck":[line],"passedOver":[…],"overridden":[offer],"enteredLate":[…]}`
    public var json: JSONValue {
        .object([
            ("from", .string(from.iso)), ("to", .string(to.iso)), ("decrees", .array(decrees.map(json))),
            ("struck", .array(struck.map(json))),
            (
                "passedOver",
                .array(
                    passedOver.map { offer in
                        .object([
                            ("offer", .string(offer.id.text)), ("vacancy", .string(offer.vacancy.text)),
                            ("card", .string(offer.card.text)), ("reason", .optional(offer.ranked?.reason)),
                            ("by", .optional(offer.ranked?.actor)),
                        ])
                    })
            ),
            ("overridden", .array(overridden.map { .string($0.offer.id.text) })),
            (
                "enteredLate",
                .array(
                    enteredLate.map { late in
                        .object([
                            ("transfer", .string(late.transfer.id.text)), ("filed", .string(late.objection.filed.iso)),
                            ("entered", .string(late.objection.entered.iso)),
                            ("days", .integer(late.objection.filed.days(until: late.objection.entered))),
                            ("by", .string(late.objection.said.actor)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ line: Line) -> JSONValue {
        .object([
            ("offer", .string(line.offer.id.text)), ("transfer", .optional(line.transfer?.id.text)),
            ("card", .string(line.offer.card.text)), ("vacancy", .string(line.offer.vacancy.text)),
            ("home", .string(line.offer.home.text)), ("receiving", .string(line.offer.receiving.text)),
            ("route", .string(line.offer.route)), ("policy", .string(line.offer.policy.text)),
            ("result", .string(line.isFavourable ? "favourable" : "struck")), ("document", Self.paper(line.document)),
            ("basis", .array(line.basis.map(Self.paper))), ("rules", .array(line.findings.map(\.json))),
            (
                "letters",
                .array(
                    letters(of: line.offer).map {
                        .object([("who", .string($0.who)), ("letter", JSONValue($0.letter))])
                    })
            ),
        ])
    }

    private static func paper(_ document: Document) -> JSONValue {
        .object([
            ("id", .string(document.id.text)), ("type", .string(document.type)), ("number", .string(document.number)),
            ("date", .string(document.date.iso)), ("signer", .string(document.signer)),
            ("standing", .string(document.standing)), ("enteredBy", .string(document.actor)),
        ])
    }
}
