/// What the coordinator does with a request whose signature holds.
public enum ExchangeVerdict: Equatable, Sendable {
    /// Why a bundle is not the next one.
    public enum BundleFault: String, Equatable, Sendable {
        /// It was made by another node or instance.
        case foreign
        /// Its number is not one more than the last one's.
        case number
        /// It does not name the last one's hash.
        case previous
    }

    /// Decide the bundle, if any, and remember the exchange.
    case next
    /// Its reply was lost: give the same outcomes again and change nothing.
    case repeated
    /// It comes from an older copy of the node or from a second one: apply and serve nothing.
    case stale
    /// Another instance took the node's place.
    case superseded
    /// Apply nothing.
    case badBundle(BundleFault)
}
