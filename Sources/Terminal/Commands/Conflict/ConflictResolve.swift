import ArgumentParser
import Negotiation
import StrictJSON

/// `conflict resolve`
struct ConflictResolve: OperatorCommand {
    enum Choice: String, ExpressibleByArgument, CaseIterable {
        case mine
        case theirs
    }

    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Choose between two edits, or write the parts anew.",
        discussion: """
            Examples:
              mutasi-node conflict resolve c1d9a4 --keep mine
              mutasi-node conflict resolve c1d9a4 --write 'seats={"count":3}'
            """)

    @Argument(help: "The conflict, or the end of its id.")
    var conflict: String

    @Option(help: "Which of the two.")
    var keep: Choice?

    @Option(help: ArgumentHelp("A part with its new value as JSON; may repeat.", valueName: "group=json"))
    var write: [String] = []

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (keep == nil) != write.isEmpty else {
            throw ValidationError("Give either --keep mine|theirs or --write GROUP=JSON.")
        }
        _ = try groups()
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(conflict, .conflict)
        let body: JSONValue =
            if let keep {
                .object([("choice", .string(keep.rawValue))])
            } else {
                .object([("choice", "anew"), ("now", .object(try groups()))])
            }
        return Answer(try await workplace.record(.conflictResolve, on: record.id, body, recording))
    }

    private func groups() throws -> [(String, JSONValue)] {
        var groups: [(String, JSONValue)] = []
        for text in write {
            guard let mark = text.firstIndex(of: "=") else {
                throw ValidationError("--write takes GROUP=JSON, such as 'seats={\"count\":3}', not '\(text)'.")
            }
            let name = String(text[..<mark])
            guard !name.isEmpty, !groups.contains(where: { $0.0 == name }) else {
                throw ValidationError("--write takes each group once, not '\(text)'.")
            }
            do {
                groups.append((name, JSONValue(try JSON(parsing: String(text[text.index(after: mark)...])))))
            } catch let error as JSONError {
                throw ValidationError("The value of --write \(name) is no JSON: \(error.message).")
            }
        }
        return groups
    }
}
