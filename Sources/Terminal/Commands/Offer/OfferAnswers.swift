import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `offer agree`
struct OfferAgree: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Agree to the current terms of an offer.",
        discussion: """
            Example: mutasi-node offer agree 7d20e1

            For the home agency this runs on the node with the staff data, which checks every rule again.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        return Answer(
            try await workplace.record(.offerAgree, on: subject.offer.id, subject.checked(workplace), recording))
    }
}

/// `offer check`
struct OfferCheck: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check your person against every rule again, before the decree.",
        discussion: """
            Example: mutasi-node offer check 7d20e1

            For the home agency, on the node with the staff data. What forbids the move now is sent too, and stops the decree.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        return Answer(
            try await workplace.record(.offerCheck, on: subject.offer.id, subject.checked(workplace), recording))
    }
}

/// `offer counter`
struct OfferCounter: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "counter",
        abstract: "Answer an offer with other terms, to which you agree and the other party not yet.",
        discussion: "Example: mutasi-node offer counter 7d20e1 --start 2026-04-01")

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @OptionGroup var terms: TermsOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        var wanted = try terms.terms(workplace)
        wanted.returns = wanted.returns ?? subject.offer.terms.returns
        let now = try JSON(parsing: subject.offer.terms.value).replacing(wanted.members)
        let body = JSONValue.members([
            subject.terms, ("now", now), ("sheet", try subject.sheet(wanted, workplace)),
        ])
        return Answer(try await workplace.record(.offerCounter, on: subject.offer.id, body, recording))
    }
}

/// `offer refuse`
struct OfferRefuse: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse an offer.",
        discussion: """
            Example: mutasi-node offer refuse 7d20e1 --reason "the only accountant of the unit"

            Where the route only hears you, the BKD decides and reads your reason.
            """)

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @Option(help: ArgumentHelp("Why; the other party and the BKD read it.", valueName: "text"))
    var reason: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let subject = try OfferSubject(offer, workplace)
        let reason = reason.map(workplace.attached)
        let body = JSONValue.members([subject.terms, ("reason", reason?.reference)])
        return Answer(
            try await workplace.record(
                .offerRefuse, on: subject.offer.id, body, recording,
                attachments: reason.map { [$0.attachment] } ?? []))
    }
}

/// `offer withdraw`
struct OfferWithdraw: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take back an offer whose current terms are yours, before the decree.",
        discussion: "Example: mutasi-node offer withdraw 7d20e1")

    @Argument(help: "The offer, or the end of its id.")
    var offer: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let record = try workplace.foreseen(offer, .offer)
        return Answer(try await workplace.record(.offerWithdraw, on: record.id, because: reason, recording))
    }
}
