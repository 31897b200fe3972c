import ArgumentParser
import Negotiation

/// `package list`
struct PackageList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The packages of this agency, those under way unless all are asked for.",
        discussion: "Example: mutasi-node package list --all")

    @Flag(help: "Those that ended too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let shown = visible.packages.filter { all || $0.ended == nil }
        return workplace.list(.package, shown.map(\.id), visible) { $0.packages(shown) }
    }
}

/// `package show`
struct PackageShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One package: its offers, how far each is, what stopped it, what to do next.",
        discussion: "Example: mutasi-node package show 33c0de")

    @Argument(help: "The package, or the end of its id.")
    var package: String

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let record = try workplace.record(package, .package)
        let shown = try Package(record)
        return try workplace.show(record.id, visible) { $0.package(shown) }
    }
}
