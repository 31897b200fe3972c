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
            RuleResult.findings(sheet: transfer?.sheet ?? offer.sheet, computed: transfer?.computed ?? offer.computed)
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

    /// Lines that a document of the span struck and put nothing in place of.
    public var struck: [Line] {
        dated.flatMap { document in
            document.lines.filter { !$0.isFavourable && $0.changed == nil }.compactMap { line in
                records.offer(line.offer).map { self.line(document, $0, isFavourable: false) }
            }
        }
    }

    /// Lines in whose place a document of the span put another person or vacancy, each with the offer that came of it.
    public var changed: [(line: Line, now: Offer?)] {
        dated.flatMap { document in
            document.lines.filter { $0.changed != nil }.compactMap { line in
                records.offer(line.offer).map { offer in
                    (
                        self.line(document, offer, isFavourable: false),
                        records.offers.first { $0.replaces == offer.id }
                    )
                }
            }
        }
    }

    /// What became of lines of a round's list during the span: who asked for it, and whether it was taken back.
    public var listChanges: [(round: Round, change: Round.Change)] {
        records.rounds.flatMap { round in round.changes.filter { isInside($0.day) }.map { (round, $0) } }
    }

    /// Names of the attachments whose texts the report tells.
    public var reasons: [String] {
        passedOver.compactMap { $0.ranked?.reason } + listChanges.map(\.change.reason)
            + listChanges.compactMap { $0.change.undone?.reason }
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

    /// A word or a paper that was entered on a later day than it states.
    public struct LateWord: Sendable {
        public var record: RecordID
        /// Whose word it is, or the code of the paper.
        public var what: String
        public var stated: CivilDate?
        public var entered: CivilDate
        public var actor: String?
    }

    /// Words about offers of the span's lines, and papers of the span, that were entered late.
    public var lateWords: [LateWord] {
        let offers = decrees.map(\.offer) + struck.map(\.offer) + changed.map(\.line.offer) + passedOver
        let ids = Set(offers.map(\.id))
        var found: [LateWord] = []
        for offer in records.offers where ids.contains(offer.id) {
            let stances: [(String, Stance?)] = [
                ("home", offer.homeStance), ("receiving", offer.receivingStance), ("person", offer.personStance),
            ]
            for (side, stance) in stances {
                guard let stance, let entered = stance.entered else { continue }
                found.append(
                    LateWord(
                        record: offer.id, what: side, stated: stance.letter?.date, entered: entered,
                        actor: stance.actor))
            }
        }
        for document in dated {
            guard let entered = document.entered else { continue }
            found.append(
                LateWord(
                    record: document.id, what: document.type, stated: document.date, entered: entered,
                    actor: document.actor))
        }
        return found
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
            transfer: records.transfer(ofOffer: offer.id))
    }
}

extension SemesterReport {
    /// `{"from","to","decrees":[line],"struck":[line],"changed":[line with "now"],"listChanges":[…],"passedOver":[…],
    /// "overridden":[offer],"enteredLate":[…],"lateWords":[…]}`; `reasons` has the texts of ``reasons``.
    public func json(reasons: [String: String]) -> JSONValue {
        .object([
            ("from", .string(from.iso)), ("to", .string(to.iso)), ("decrees", .array(decrees.map { json($0) })),
            ("struck", .array(struck.map { json($0) })),
            ("changed", .array(changed.map { json($0.line, more: [("now", .optional($0.now?.id.text))]) })),
            (
                "listChanges",
                .array(
                    listChanges.map { round, change in
                        .object([
                            ("round", .string(round.id.text)), ("line", .integer(change.line)),
                            ("was", .optional(change.was?.text)), ("now", .optional(change.now?.text)),
                            ("ordered", .optional(change.ordered)), ("reason", .optional(reasons[change.reason])),
                            ("day", .string(change.day.iso)), ("by", .string(change.stamp.actor)),
                            ("undone", .optional(change.undone.flatMap { reasons[$0.reason] })),
                        ])
                    })
            ),
            (
                "passedOver",
                .array(
                    passedOver.map { offer in
                        .object([
                            ("offer", .string(offer.id.text)), ("vacancy", .string(offer.vacancy.text)),
                            ("card", .string(offer.card.text)),
                            ("reason", .optional(offer.ranked?.reason.flatMap { reasons[$0] })),
                            ("by", .optional(offer.ranked?.stamp.actor)),
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
            (
                "lateWords",
                .array(
                    lateWords.map { late in
                        .object([
                            ("record", .string(late.record.text)), ("what", .string(late.what)),
                            ("stated", .optional(late.stated?.iso)), ("entered", .string(late.entered.iso)),
                            ("by", .optional(late.actor)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ line: Line, more: [(String, JSONValue)] = []) -> JSONValue {
        .object(
            [
                ("offer", .string(line.offer.id.text)), ("transfer", .optional(line.transfer?.id.text)),
                ("card", .string(line.offer.card.text)), ("vacancy", .string(line.offer.vacancy.text)),
                ("home", .string(line.offer.home.text)), ("receiving", .string(line.offer.receiving.text)),
                ("route", .string(line.offer.route)), ("policy", .string(line.offer.policy.text)),
                ("result", .string(line.isFavourable ? "favourable" : "struck")),
                ("document", Self.paper(line.document)),
                ("basis", .array(line.basis.map(Self.paper))), ("rules", .array(line.findings.map(\.json))),
                (
                    "letters",
                    .array(
                        letters(of: line.offer).map {
                            .object([("who", .string($0.who)), ("letter", JSONValue($0.letter))])
                        })
                ),
            ] + more)
    }

    private static func paper(_ document: Document) -> JSONValue {
        .object([
            ("id", .string(document.id.text)), ("type", .string(document.type)), ("number", .string(document.number)),
            ("date", .string(document.date.iso)), ("signer", .string(document.signer)),
            ("standing", .string(document.standing)), ("enteredBy", .string(document.actor)),
        ])
    }
}
