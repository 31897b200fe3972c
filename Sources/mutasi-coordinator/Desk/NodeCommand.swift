import ArgumentParser
import Negotiation
import StrictJSON
import Terminal

/// `node …`
struct NodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node", abstract: "The machines that have joined.",
        discussion: "Example: mutasi-coordinator node list", subcommands: [NodeList.self],
        defaultSubcommand: NodeList.self)
}

/// `node list`
struct NodeList: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All nodes with their agency, and alarms about old copies that still call.",
        discussion: "Example: mutasi-coordinator node list")

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let own = workplace.agency
        let nodes = visible.agencies.values.sorted { $0.code < $1.code }.flatMap { agency in
            agency.nodes.map { node in
                JSONValue.object([
                    ("agency", .string(agency.code.text)), ("node", .string(node.id.text)),
                    ("instance", .string(node.instance.text)), ("registry", .boolean(node.isRegistry)),
                    (
                        "alarms",
                        .array(
                            visible.notices.filter { $0.code == .copySeen && $0.node == node.id }.map(\.detail))
                    ),
                ])
            }
        }
        return Answer(.object([("nodes", .array(nodes))])) { language in
            Presenter(visible, own: own, language: language).nodes()
        }
    }
}
