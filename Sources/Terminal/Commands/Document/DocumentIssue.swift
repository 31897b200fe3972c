import ArgumentParser
import Negotiation
import Personnel
import StrictJSON

/// `document issue`: one document, a line for each offer; all lines apply or none.
struct DocumentIssue: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Enter an opinion, an approval or a decree about offers that hold their seat.",
        discussion: """
            Example: mutasi-coordinator document issue --type CODE --number 800/31/2026 --date 2026-02-10 \
            --signer "Walikota Semarang" --standing walikota --line 7d20e1 --line 51b0aa

            The type is a code of the offers' route; todo says which one is next. Lines name the terms as they stand. An approval may \
            change a line: --changed 7d20e1:51b0aa puts another card in its place, --changed-post 7d20e1:9c41f2 another vacancy.

            Moves of a package that end in several kinds of document are decreed in one act: --with CODE=NUMBER for each further kind, \
            and every line goes to the document in which its route ends.

            A decree is corrected with --corrects 0a77f3 --line 7d20e1 --new-start 2026-03-15, and revoked with --struck, as long as \
            the transfer has not started; the type is then the route's code for corrections.
            """)

    @OptionGroup var paper: PaperOptions

    @Option(help: ArgumentHelp("An offer that it favours; may repeat.", valueName: "offer"))
    var line: [String] = []

    @Option(help: ArgumentHelp("An offer that it strikes; may repeat.", valueName: "offer"))
    var struck: [String] = []

    @Option(
        help: ArgumentHelp(
            "A struck offer and the card that takes its place; may repeat.", valueName: "offer:card"))
    var changed: [String] = []

    @Option(
        help: ArgumentHelp(
            "A struck offer and the vacancy that takes its vacancy's place; may repeat.", valueName: "offer:vacancy"))
    var changedPost: [String] = []

    @Option(
        help: ArgumentHelp(
            "A further document of the same act, with the same date and signature; may repeat.",
            valueName: "code=number"))
    var with: [FurtherDocument] = []

    @Option(help: ArgumentHelp("The decree that it corrects or revokes.", valueName: "document"))
    var corrects: String?

    @Option(help: ArgumentHelp("The start that a correction sets for its lines.", valueName: "yyyy-mm-dd"))
    var newStart: CivilDate?

    @Flag(help: "The signer declares to have no conflict of interest in any line.")
    var noConflict = false

    @Option(
        help: ArgumentHelp("An offer of the lines in which the signer has a conflict; may repeat.", valueName: "offer"))
    var conflict: [String] = []

    @Option(
        help: ArgumentHelp("The minister's letter for a decree around an election: its number.", valueName: "number"))
    var permit: String?

    @Option(help: ArgumentHelp("The date of the minister's letter.", valueName: "yyyy-mm-dd"))
    var permitDate: CivilDate?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...Document.lineLimit).contains(line.count + struck.count + changed.count + changedPost.count) else {
            throw ValidationError("Give 1 to \(Document.lineLimit) offers with --line, --struck or --changed.")
        }
        guard newStart == nil || corrects != nil else {
            throw ValidationError("Give --new-start with the decree that it --corrects.")
        }
        guard (changed + changedPost).allSatisfy({ $0.split(separator: ":").count == 2 }) else {
            throw ValidationError("Give --changed and --changed-post as OFFER:ID.")
        }
        guard with.isEmpty || corrects == nil else { throw ValidationError("A correction takes no --with.") }
        guard with.count < Document.togetherLimit, Set(with.map(\.type) + [paper.type]).count == with.count + 1 else {
            throw ValidationError("Give --with at most \(Document.togetherLimit - 1) times, each for another code.")
        }
        guard (permit == nil) == (permitDate == nil) else {
            throw ValidationError("Give --permit and --permit-date together.")
        }
        guard !noConflict || conflict.isEmpty else {
            throw ValidationError("Give either --no-conflict or the lines with --conflict.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let offers = try workplace.foreseen(.offer)
        let conflicts = try conflict.map { try ShortID.find($0, among: offers, by: \.id).id }
        let lines =
            try line.map { try self.line($0, "favourable", offers, conflicts) }
            + struck.map { try self.line($0, "struck", offers, conflicts) } + changes(offers, conflicts, workplace)
        let permit = permit.flatMap { number in
            permitDate.map { JSONValue.object([("number", .string(number)), ("date", .string($0.iso))]) }
        }
        let more: [(String, JSONValue?)] = [
            ("permit", permit),
            ("corrects", try corrects.map { .string(try workplace.foreseen($0, .document).id.text) }),
        ]
        let further = Set(with.map(\.type))
        let visible = try workplace.visible()
        func code(_ line: Line) -> String? {
            visible.offer(line.offer).flatMap(visible.route).map(\.document).flatMap { further.contains($0) ? $0 : nil }
        }
        func document(_ paper: [(String, JSONValue?)], _ wanted: String?) -> JSONValue {
            .members(paper + more + [("lines", .array(lines.filter { code($0) == wanted }.map(\.json)))])
        }
        let body = JSONValue.members([
            ("document", document(paper.members, nil)),
            (
                "with",
                with.isEmpty
                    ? nil
                    : .array(
                        with.map { document(paper.members(type: $0.type, number: $0.number), $0.type) })
            ),
        ])
        return Answer(try await workplace.record(.documentIssue, body, recording))
    }

    private typealias Line = (offer: RecordID, json: JSONValue)

    /// A struck line for each changed offer, with what takes its place.
    private func changes(
        _ offers: [Record], _ conflicts: [RecordID], _ workplace: Workplace
    ) throws -> [Line] {
        var wanted: [(offer: RecordID, change: [(String, JSONValue?)])] = []
        for (name, kind, pairs) in [("card", RecordKind.card, changed), ("vacancy", .vacancy, changedPost)] {
            for pair in pairs {
                let parts = pair.split(separator: ":").map(String.init)
                guard let first = parts.first, let last = parts.last else { continue }
                let offer = try ShortID.find(first, among: offers, by: \.id).id
                let member = (name, Optional(JSONValue.string(try workplace.foreseen(last, kind).id.text)))
                if let index = wanted.firstIndex(where: { $0.offer == offer }) {
                    wanted[index].change.append(member)
                } else {
                    wanted.append((offer, [member]))
                }
            }
        }
        return try wanted.map { try line($0.offer.text, "struck", offers, conflicts, changed: .members($0.change)) }
    }

    private func line(
        _ typed: String, _ result: String, _ offers: [Record], _ conflicts: [RecordID], changed: JSONValue? = nil
    ) throws -> Line {
        let record = try ShortID.find(typed, among: offers, by: \.id)
        let isDeclared = noConflict || !conflicts.isEmpty
        let json = JSONValue.members([
            ("offer", .string(record.id.text)), ("terms", .integer(try Offer(record).terms.version)),
            ("result", .string(result)), ("changed", changed),
            ("start", result == "favourable" ? newStart.map { .string($0.iso) } : nil),
            ("conflict", isDeclared ? .boolean(conflicts.contains(record.id)) : nil),
        ])
        return (record.id, json)
    }
}

/// `CODE=NUMBER` on a command line.
struct FurtherDocument: ExpressibleByArgument {
    var type: String
    var number: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        type = parts[0]
        number = parts[1]
    }
}
