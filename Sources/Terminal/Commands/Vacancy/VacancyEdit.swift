import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `vacancy edit`: whole field groups, with the bytes that were seen.
struct VacancyEdit: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change a vacancy of this agency.",
        discussion: """
            Examples:
              mutasi-node vacancy edit 9c41f2 --seats 3
              mutasi-node vacancy edit 9c41f2 --grades III/a..III/d

            Changes of two machines merge when they touch different parts; else someone is asked: conflict list.
            """)

    @Argument(help: "The vacancy, or the end of its id.")
    var vacancy: String

    @Option(help: ArgumentHelp("Seats.", valueName: "n"))
    var seats: Int?

    @Option(help: ArgumentHelp("The lowest and the highest grade.", valueName: "min..max"))
    var grades: String?

    @Option(help: ArgumentHelp("The unit's id in HierarkiUnor.", valueName: "id"))
    var unit: String?

    @Option(help: ArgumentHelp("The unit's name, on a node without staff data.", valueName: "name"))
    var unitName: String?

    @Option(help: ArgumentHelp("People needed; with --holders.", valueName: "n"))
    var need: Int?

    @Option(help: ArgumentHelp("People there; with --need.", valueName: "n"))
    var holders: Int?

    @Option(help: ArgumentHelp("The last day on which it is open.", valueName: "yyyy-mm-dd"))
    var openUntil: CivilDate?

    @Option(help: ArgumentHelp("The day of the return, for a secondment.", valueName: "yyyy-mm-dd"))
    var `return`: CivilDate?

    @Option(
        help: ArgumentHelp("Whose seat it is: the card that leaves it, or its person's NIP.", valueName: "card-or-nip"))
    var freedBy: String?

    @Flag(help: "Nobody sits in the seat any more.")
    var free = false

    @Flag(help: "The newcomer starts beside whoever leaves the seat, not after.")
    var overlap = false

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (need == nil) == (holders == nil) else {
            throw ValidationError("Give --need and --holders together.")
        }
        guard unitName == nil || unit != nil else { throw ValidationError("--unit-name goes with --unit.") }
        let values: [Any?] = [seats, grades, unit, need, openUntil, `return`, freedBy]
        guard values.contains(where: { $0 != nil }) || free || overlap else {
            throw ValidationError(
                "Say what to change: --seats, --grades, --unit, --need, --open-until, --return, --freed-by or --free.")
        }
        guard !free || (freedBy == nil && !overlap) else {
            throw ValidationError("--free stands alone: nobody leaves the seat.")
        }
        if let grades, Self.range(grades) == nil {
            throw ValidationError("--grades takes two grades of one ladder, such as III/a..III/d, not '\(grades)'.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(vacancy, .vacancy)
        var groups = try VacancyGroups(record)
        groups.set("seats", [("count", seats.map(JSONValue.integer))])
        if let range = grades.flatMap(Self.range) {
            groups.set(
                "standard",
                [
                    (
                        "grades",
                        .object([("min", .string(range.lowest.text)), ("max", .string(range.highest.text))])
                    )
                ])
        }
        if let unit {
            groups.set("place", try place(unit, workplace))
        }
        groups.set("need", [("need", need.map(JSONValue.integer)), ("holders", holders.map(JSONValue.integer))])
        groups.set(
            "kind",
            [
                ("return", `return`.map { .string($0.iso) }), ("openUntil", openUntil.map { .string($0.iso) }),
            ])
        if free {
            groups.replace("freed", [])
        }
        groups.set(
            "freed",
            [
                ("by", try freedBy.map { .string(try workplace.card($0).text) }),
                ("overlap", overlap ? .boolean(true) : nil),
            ])
        return Answer(try await workplace.record(.vacancyEdit, on: record.id, groups.body, recording))
    }

    private static func range(_ text: String) -> GradeRange? {
        let parts = text.components("..")
        guard parts.count == 2, let lowest = Grade(parsing: parts[0]), let highest = Grade(parsing: parts[1]) else {
            return nil
        }
        return GradeRange(lowest: lowest, highest: highest)
    }

    /// The unit with its name and district from the staff data, or with the given name.
    private func place(_ id: String, _ workplace: Workplace) throws -> [(String, JSONValue?)] {
        let found = try workplace.identity.isRegistry ? workplace.store.staff.read { try $0.unit(id) } : nil
        guard let name = unitName ?? found?.name else {
            throw CommandError(
                .badArgument,
                Sentence("Unit {unit} tidak ada di data simpul ini.", "This node's data has no unit {unit}."),
                advice: Sentence(
                    "Periksa HierarkiUnor, atau beri namanya dengan --unit-name.",
                    "Check HierarkiUnor, or give its name with --unit-name."),
                values: [("unit", id)])
        }
        return [
            ("unit", .object([("id", .string(id)), ("name", .string(name))])),
            ("district", found?.district.map(JSONValue.string)),
        ]
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
