import ArgumentParser

/// `offer …`: one card for one vacancy, negotiated by two agencies.
public struct OfferCommand: AsyncParsableCommand {
    /// What every agency may do; the desk's program adds its own.
    public static let acts: [any ParsableCommand.Type] = [
        OfferPropose.self, OfferAsk.self, OfferPerson.self, OfferAgree.self, OfferCheck.self, OfferCounter.self,
        OfferRefuse.self,
        OfferWithdraw.self,
        OfferDisclose.self, OfferList.self, OfferShow.self,
    ]

    /// What the desk may do besides, beyond what it decides.
    public static let deskActs: [any ParsableCommand.Type] = [OfferOpen.self, OfferMove.self]

    /// What `offer` alone does.
    public static let listing: any ParsableCommand.Type = OfferList.self

    public static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract:
            "Offers: propose, ask for, record the person's word, agree, check again, counter, refuse, withdraw, disclose, look.",
        discussion: "Example: mutasi-node offer list",
        subcommands: acts, defaultSubcommand: listing)

    public init() {}
}
