import ArgumentParser
import CoordinatorKit
import Foundation
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// `invite`: one line with which one machine of an agency joins.
struct InviteCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Make a one-time invitation for a machine of an agency.",
        discussion: """
            Example: mutasi-coordinator invite dinkes --registry

            Prints one line for the agency's 'mutasi-node join'. It is shown once and kept nowhere: hand it over personally. \
            With --replace NODE the line is for 'mutasi-node rejoin' on the machine that shall go on as this node: it gets new \
            keys, and every other copy of the node is refused from then on.
            """)

    static let days = 1...30

    @Argument(help: "The agency's code.")
    var agency: String

    @Flag(help: "For the node that holds the agency's staff data; each agency has one.")
    var registry = false

    @Option(help: ArgumentHelp("The node whose place the machine takes, as node list shows it.", valueName: "node"))
    var replace: String?

    @Option(name: .customLong("days"), help: ArgumentHelp("How long it holds.", valueName: "n"))
    var lifetime = 7

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard Self.days.contains(lifetime) else {
            throw ValidationError("--days takes \(Self.days.lowerBound) to \(Self.days.upperBound).")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let replaced = try replaced(workplace)
        let address = try DeskAddress.read(directory: try options.directory())
        let code = InvitationCode.generate()
        guard let hash = InvitationCode.hash(code) else {
            preconditionFailure("a generated code can be hashed")
        }
        let expiresAt = Date(timeIntervalSinceNow: Double(lifetime) * 24 * 3600).formatted(.iso8601)
        let body = JSONValue.object([
            (
                "invitation",
                .object(
                    [
                        ("agency", .string(agency)), ("registry", .boolean(replaced?.isRegistry ?? registry)),
                        ("codeHash", .string(hash)), ("expiresAt", .string(expiresAt)),
                    ] + (replaced.map { [("replaces", .string($0.id.text))] } ?? []))
            )
        ])
        let recording = try await workplace.record(.nodeInvite, body, recording)
        guard recording.outcome?.kind == .accepted else { return Answer(recording) }
        let line = InvitationLine(
            url: address.invitationURL, code: code, coordinatorKey: workplace.identity.coordinator
        ).line
        let json = JSONValue.object([("invitation", .string(line)), ("expiresAt", .string(expiresAt))])
        return Answer(json) { language in
            Page([
                .paragraph(
                    Sentence(
                        "Undangan untuk {agency}, berlaku sampai {until}:", "Invitation for {agency}, until {until}:"
                    )
                    .text(language, [("agency", agency), ("until", expiresAt)])),
                .advice(
                    Sentence("Jalankan di mesin itu:", "Run on that machine:")[language],
                    command: "mutasi-node \(replaced == nil ? "join" : "rejoin") '\(line)' --data DIR"),
            ])
        }
    }

    /// The agency's node that a typed id means; nil without `--replace`.
    private func replaced(_ workplace: Workplace) throws -> Agency.Node? {
        guard let replace else { return nil }
        let nodes = try workplace.visible().agencies.values.first { $0.code.text == agency }?.nodes ?? []
        return try ShortID.find(replace, among: nodes, by: \.id)
    }
}
