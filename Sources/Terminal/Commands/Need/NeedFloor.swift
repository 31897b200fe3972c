import ArgumentParser
import Negotiation
import NodeKit

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
        let rows = try workplace.agencyNeed().rows(of: workplace.agency).filter { $0.unit == unit }
        let board = NeedBoard(rows: rows, by: .place)
        return workplace.answer(board.json, try workplace.visible()) { board.page($0, isPublished: false) }
    }
}
