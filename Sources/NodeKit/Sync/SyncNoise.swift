/// Why bytes that arrived are not the answer to the pending exchange. None of them changes anything.
public enum SyncNoise: String, CaseIterable, Sendable {
    /// No message of the protocol: a proxy's page, a redirect, an error without a problem.
    case foreign
    /// Looks like a reply but carries no signature.
    case unsigned
    /// The signature does not hold under the coordinator's key.
    case badSignature = "bad-signature"
    /// Signed, but not a reply of this version.
    case malformed
    /// Signed and whole, but the answer to another exchange.
    case otherExchange = "other-exchange"
    /// Another process has absorbed an answer to the exchange meanwhile.
    case overtaken
    /// Its outcomes are not those of the bundle's operations.
    case otherOutcomes = "other-outcomes"
    /// The cursor does not follow the one that was sent, or does not cover the page.
    case otherCursor = "other-cursor"
    /// The journal's head is before one that was seen: the coordinator's database was put back.
    case earlierHead = "earlier-head"
    /// The journal's head does not extend one of its epoch that was seen: there are two stories of the past.
    case forkedHead = "forked-head"
    /// Neither page nor outcomes although not everything was served.
    case stalled
}
