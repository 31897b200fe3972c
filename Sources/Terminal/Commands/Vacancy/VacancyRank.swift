import ArgumentParser
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// `vacancy rank`: the waiting offers in one order, and a reason for each that is passed over.
struct VacancyRank: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Put the offers that wait for a vacancy into an order, with a reason for each that is passed over.",
        discussion: """
            Example: mutasi-node vacancy rank 9c41f2 --order 7d20e1 --order 51b0aa --pass-over "88e4c0=no counter experience"

            Every waiting offer has to be named once. The first in the order get the seats, the others wait in it; who is passed over \
            is closed, and the home agency reads the reason. A selection is ranked after its closing date by the agency or by the BKD, \
            as the route says; in a round the BKD ranks, on any day.
            """)

    @Argument(help: "The vacancy, or the end of its id.")
    var vacancy: String

    @Option(help: ArgumentHelp("An offer, best first; repeat it.", valueName: "offer"))
    var order: [String] = []

    @Option(help: ArgumentHelp("An offer that is passed over, and why; repeat it.", valueName: "offer=reason"))
    var passOver: [PassedOver] = []

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !order.isEmpty || !passOver.isEmpty else {
            throw ValidationError("Name every waiting offer with --order or --pass-over.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let vacancy = try workplace.foreseen(vacancy, .vacancy)
        let offers = try workplace.foreseen(.offer)
        let order = try order.map { JSONValue.string(try ShortID.find($0, among: offers, by: \.id).id.text) }
        var attachments: [Attachment] = []
        let passedOver = try passOver.map { one in
            let offer = try ShortID.find(one.offer, among: offers, by: \.id)
            let reason = workplace.attached(one.reason)
            attachments.append(reason.attachment)
            return JSONValue.object([("offer", .string(offer.id.text)), ("reason", reason.reference)])
        }
        let body = JSONValue.object([("order", .array(order)), ("passedOver", .array(passedOver))])
        return Answer(
            try await workplace.record(.vacancyRank, on: vacancy.id, body, recording, attachments: attachments))
    }
}

/// `OFFER=REASON` on a command line.
struct PassedOver: ExpressibleByArgument {
    var offer: String
    var reason: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        offer = parts[0]
        reason = parts[1]
    }
}

extension Ranker: ExpressibleByArgument {}
