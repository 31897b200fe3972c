import Negotiation
import StrictJSON

/// Where the reasons of those who stood against an offer, and of the BKD that decided, are attached.
extension Offer {
    /// Names of the attachments, whoever refused first, then the decision.
    var reasons: [String] {
        Side.allCases.compactMap(refusalReason) + (decisionReason.map { [$0] } ?? [])
    }

    func refusalReason(_ side: Side) -> String? {
        stance(side).flatMap { $0.says == .refuse ? Self.reason(in: $0.value) : nil }
    }

    var decisionReason: String? { self.override.flatMap { Self.reason(in: $0.value) } }

    /// The attachment that an operation's body names as its reason.
    private static func reason(in body: [UInt8]) -> String? {
        (try? JSON(parsing: body))?["reason"]?["attachment"]?.string
    }
}
