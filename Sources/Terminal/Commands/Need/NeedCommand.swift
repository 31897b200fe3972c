import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `need`: who serves where against the need and the floors, at the registry.
public struct NeedCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "need",
        abstract: "Units and posts with their need, who serves there today, and the floor that must stay.",
        discussion: "From the agreed first day on (TMT) a decreed person counts at the receiver and no longer at home.",
        subcommands: [NeedList.self, NeedFloor.self], defaultSubcommand: NeedList.self)

    public init() {}
}

/// `need list`
struct NeedList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Need, people and floor of each unit and post, today.",
        discussion: "Example: mutasi-node need list --unit U-12")

    @Option(help: ArgumentHelp("Only this unit.", valueName: "id"))
    var unit: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try NeedText.answer(workplace, unit: unit)
    }
}

/// `need floor`
struct NeedFloor: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor",
        abstract: "Set your own floor for a unit, or for a post in it; 0 takes it away.",
        discussion: """
            Example: mutasi-node need floor U-12 3 --post PL-01

            The larger one of your own number and the policy's share of the need counts (R23).
            """)

    @Argument(help: "The unit's id.")
    var unit: String

    @Argument(help: "How many people must stay, 0 to \(OwnFloor.limit).")
    var people: Int

    @Option(help: ArgumentHelp("The post; else the whole unit.", valueName: "id"))
    var post: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (0...OwnFloor.limit).contains(people) else {
            throw ValidationError("A floor is 0 to \(OwnFloor.limit) people.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        try workplace.requireOperator()
        try workplace.store.staff.set(OwnFloor(unit: unit, post: post, people: people, origin: .typed))
        return try NeedText.answer(workplace, unit: unit)
    }
}

/// The figures, as every command of it answers.
enum NeedText {
    /// `{"places":[{"unit","post"?,"people","hundredths","need"?,"floor"?,"source"?,"own"?}]}`
    static func answer(_ workplace: Workplace, unit: String?) throws -> Answer {
        try workplace.requireRegistry()
        let policy = try workplace.policy()
        let percent = policy.personnel.rules.floorPercent
        let figures = try workplace.workplaces(policy).figures.filter { unit == nil || $0.unit == unit }
        let (units, posts) = try workplace.store.staff.read { reader in
            (
                Dictionary(try reader.units().map { ($0.id, $0.name) }) { first, _ in first },
                Dictionary(try reader.posts().map { ($0.id, $0.name) }) { first, _ in first }
            )
        }
        let rows = figures.map { figure in
            let floor = figure.staffing.floor(percent)
            return JSONValue.members([
                ("unit", .string(figure.unit)), ("post", figure.post.map(JSONValue.string)),
                ("people", .string(figure.staffing.people)), ("hundredths", .integer(figure.staffing.hundredths)),
                ("need", figure.staffing.need.map(JSONValue.integer)),
                ("floor", floor.map { .integer($0.people) }),
                ("source", floor.map { .string($0.isOwn ? "own-floor" : "share-of-need") }),
                ("own", figure.staffing.ownFloor.map(JSONValue.integer)),
            ])
        }
        return Answer(.object([("places", .array(rows))])) { language in
            page(figures, percent, units, posts, language)
        }
    }

    private static func page(
        _ figures: [Workplaces.Figure], _ percent: Int?, _ units: [String: String], _ posts: [String: String],
        _ language: Language
    ) -> Page {
        guard !figures.isEmpty else {
            return Page([.paragraph(Sentence("Tidak ada unit dengan pegawai.", "No unit has people.")[language])])
        }
        let rows = figures.map { figure in
            let floor = figure.staffing.floor(percent)
            let name = figure.post.map { "  " + (posts[$0] ?? $0) } ?? units[figure.unit] ?? figure.unit
            return [
                figure.post ?? figure.unit, name, figure.staffing.need.map(language.number) ?? "-",
                language.decimal(figure.staffing.people), floor.map { language.number($0.people) } ?? "-",
                floor.map { Sentences.word(.term, $0.isOwn ? "own-floor" : "share-of-need", language) } ?? "",
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        Table.Column("Id"), Table.Column(Sentence("Unit, jabatan", "Unit, post")[language]),
                        Table.Column(Sentence("Kebutuhan", "Need")[language], .right),
                        Table.Column(Sentence("Petugas", "People")[language], .right),
                        Table.Column(Sentence("Batas", "Floor")[language], .right),
                        Table.Column(Sentence("Asal batas", "Floor from")[language]),
                    ], rows: rows))
        ])
    }
}
