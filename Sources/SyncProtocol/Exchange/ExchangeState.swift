import Negotiation

/// The coordinator's memory of a node's last answered exchange: what tells a lost reply from a copied or restored node.
///
/// Compared and replaced in the transaction that decides the bundle. A node that was never answered has exchange 0, an empty
/// nonce, bundle 0 and ``Bundle/none`` as its hash.
public struct ExchangeState: Equatable, Sendable {
    /// The number of the last answered exchange.
    public var exchange: Int
    /// Its nonce.
    public var nonce: String
    /// The number of the last bundle that was decided.
    public var bundleNumber: Int
    /// Its ``Bundle/hash``.
    public var bundleHash: String
    /// The node's instance; no other one is answered.
    public var instance: InstanceID

    /// What was stored of a node.
    public init(exchange: Int, nonce: String, bundleNumber: Int, bundleHash: String, instance: InstanceID) {
        self.exchange = exchange
        self.nonce = nonce
        self.bundleNumber = bundleNumber
        self.bundleHash = bundleHash
        self.instance = instance
    }

    /// What this request is, by the first line that fits:
    ///
    /// | the request has | it is |
    /// |---|---|
    /// | another instance | superseded |
    /// | exchange + 1 and the last nonce; no bundle, or the next one of this instance | next |
    /// | exchange + 1 and the last nonce; any other bundle | badBundle |
    /// | exchange and nonce of the last one; no bundle, or the last one | repeated |
    /// | anything else | stale |
    public func verdict(for request: SyncRequest) -> ExchangeVerdict {
        guard request.instance == instance else {
            return .superseded
        }
        guard request.exchange >= 1 else {
            return .stale
        }
        if request.exchange - 1 == exchange, Self.same(request.lastNonce, nonce) {
            return request.bundle.flatMap { fault(of: $0, from: request) }.map(ExchangeVerdict.badBundle) ?? .next
        }
        if request.exchange == exchange, Self.same(request.nonce, nonce), request.bundle.map(isLast) ?? true {
            return .repeated
        }
        return .stale
    }

    /// What the first request of a node is after the coordinator was restored from a time when the node had sent less. Its
    /// exchange number and nonce have to follow when the node has said what they were (`isKnown`), and are else taken as they
    /// come.
    ///
    /// The bundle still has to be the next one of this instance, or the last one (``isLast(_:)``), whose outcomes it gets
    /// again.
    public func verdictAfterRestore(for request: SyncRequest, isKnown: Bool) -> ExchangeVerdict {
        guard request.instance == instance else {
            return .superseded
        }
        guard !isKnown || (request.exchange - 1 == exchange && Self.same(request.lastNonce, nonce)) else {
            return .stale
        }
        guard let bundle = request.bundle, !isLast(bundle) else {
            return .next
        }
        return fault(of: bundle, from: request).map(ExchangeVerdict.badBundle) ?? .next
    }

    private func fault(of bundle: Bundle, from request: SyncRequest) -> ExchangeVerdict.BundleFault? {
        guard bundle.region.utf8.elementsEqual(request.region.utf8), bundle.node == request.node,
            bundle.instance == instance
        else {
            return .foreign
        }
        guard bundle.number >= 1, bundle.number - 1 == bundleNumber else {
            return .number
        }
        return Self.same(bundle.previous, bundleHash) ? nil : .previous
    }

    /// Whether it is the last bundle that was decided.
    public func isLast(_ bundle: Bundle) -> Bool {
        bundle.number == bundleNumber && Self.same(bundle.hash, bundleHash)
    }

    /// Byte for byte: strings that look alike are not the same nonce.
    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
