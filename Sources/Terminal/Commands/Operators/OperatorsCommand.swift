import ArgumentParser
import NodeKit
import StrictJSON

/// `operator …`: who works at this node.
public struct OperatorsCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Who works at this node: operators, the head, auditors who only read.",
        discussion: """
            Once one is named, whoever records gives --as with a name of this list. There are no passwords: who can open the data \
            directory can use every name.
            """,
        subcommands: [OperatorAdd.self, OperatorList.self, OperatorRemove.self], defaultSubcommand: OperatorList.self)

    public init() {}
}

/// `operator add`
struct OperatorAdd: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Name somebody who works here, or give another role.",
        discussion: "Example: mutasi-node operator add \"Sri Rahayu\" --role operator")

    @Argument(help: "The name, as --as takes it.")
    var name: String

    @Option(help: ArgumentHelp("operator, head or auditor.", valueName: "role"))
    var role: String

    @OptionGroup var options: GlobalOptions

    static var needsFreshRecords: Bool { false }

    func validate() throws {
        guard Operator.Role(rawValue: role) != nil else {
            throw ValidationError("--role takes operator, head or auditor, not '\(role)'.")
        }
        guard (1...Operator.nameBytes).contains(name.utf8.count) else {
            throw ValidationError("A name has 1 to \(Operator.nameBytes) bytes.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireOperator()
        if let role = Operator.Role(rawValue: role) {
            try workplace.store.add(Operator(name: name, role: role, since: Stamp.now().text))
        }
        return try OperatorsText.answer(workplace)
    }
}

/// `operator remove`
struct OperatorRemove: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Somebody no longer works here; what was recorded stays.",
        discussion: "Example: mutasi-node operator remove \"Sri Rahayu\"")

    @Argument(help: "The name.")
    var name: String

    @OptionGroup var options: GlobalOptions

    static var needsFreshRecords: Bool { false }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireOperator()
        try workplace.store.removeOperator(name)
        return try OperatorsText.answer(workplace)
    }
}

/// `operator list`
struct OperatorList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who works here.", discussion: "Example: mutasi-node operator list")

    @OptionGroup var options: GlobalOptions

    static var needsFreshRecords: Bool { false }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try OperatorsText.answer(workplace)
    }
}

/// The list, as every command of it answers.
enum OperatorsText {
    /// `{"operators":[{"name","role","since"}]}`
    static func answer(_ workplace: Workplace) throws -> Answer {
        let people = try workplace.store.operators()
        let json = people.map { person in
            JSONValue.object([
                ("name", .string(person.name)), ("role", .string(person.role.rawValue)),
                ("since", .string(person.since)),
            ])
        }
        return Answer(.object([("operators", .array(json))])) { page(people, $0) }
    }

    private static func page(_ people: [Operator], _ language: Language) -> Page {
        guard !people.isEmpty else {
            return Page([
                .paragraph(
                    Sentence(
                        "Belum ada petugas yang didaftarkan: siapa pun boleh mencatat, dengan nama apa pun.",
                        "Nobody is named yet: anybody may record, under any name.")[language])
            ])
        }
        let rows = people.map { [$0.name, Sentences.word(.term, $0.role.rawValue, language), $0.since] }
        return Page([
            .table(
                Table(
                    [
                        Table.Column(Sentence("Nama", "Name")[language]),
                        Table.Column(Sentence("Peran", "Role")[language]),
                        Table.Column(Sentence("Sejak", "Since")[language]),
                    ], rows: rows))
        ])
    }
}
