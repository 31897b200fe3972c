import ArgumentParser
import Negotiation

/// `transfer list`
struct TransferList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The transfers of this agency, those that are under way unless all are asked for.",
        discussion: "Example: mutasi-node transfer list --all")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.transfers.filter { all || $0.ended == nil }
        return workplace.list(.transfer, shown.map(\.id), visible) { $0.transfers(shown) }
    }
}

/// `transfer show`
struct TransferShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One transfer: its steps, what is missing and what to do next.",
        discussion: "Example: mutasi-node transfer show 88e4c0")

    @Argument(help: "The transfer, or the end of its id.")
    var transfer: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(transfer, .transfer)
        let shown = try Transfer(record)
        return try workplace.show(record.id, visible) { $0.transfer(shown) }
    }
}
