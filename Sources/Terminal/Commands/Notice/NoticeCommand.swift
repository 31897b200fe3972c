import ArgumentParser
import Negotiation
import NodeKit

/// `notice …`: what changed for this agency without an act of its own.
public struct NoticeCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "What changed for you without an act of yours, and why.",
        discussion: "Example: mutasi-node notice list",
        subcommands: [NoticeList.self], defaultSubcommand: NoticeList.self)

    public init() {}
}

/// `notice list`
struct NoticeList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All notices, the last one first.",
        discussion: "Example: mutasi-node notice list")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let notices = Array(visible.notices.reversed())
        return workplace.list(.notice, notices.map(\.id), visible) { $0.notices(notices) }
    }
}
