import StrictJSON
import SyncProtocol

/// The version of the wire that a node speaks to its coordinator: the preferred one until it was refused, then the highest that both
/// know, and after some exchanges the preferred one again.
struct SpokenWire: Equatable {
    /// Exchanges in an older version before the preferred one is tried again: some hours at the usual pace. A try costs one
    /// refused request.
    static let retryAfterExchanges = 20

    /// The version that was agreed on; nil for the preferred one.
    var agreed: Int?
    /// The exchange in which the preferred one is tried again.
    var retryAt: Int?

    /// What to speak in this exchange when `preferred` is the highest that the program speaks.
    func version(in exchange: Int, preferring preferred: Int = Limits.wire) -> Int {
        guard let agreed, let retryAt, exchange < retryAt else { return preferred }
        return min(agreed, preferred)
    }

    /// Takes in a refusal with `unsupported-version`; says whether there is another version to try.
    mutating func refused(_ problem: Problem, in exchange: Int, spoken: Int) -> Bool {
        guard let common = Self.highestCommon(problem), common != spoken else { return false }
        agreed = common
        retryAt = exchange + Self.retryAfterExchanges
        return true
    }

    /// A reply in this version was absorbed.
    mutating func answered(in wire: Int) {
        guard wire == Limits.wire else { return }
        agreed = nil
        retryAt = nil
    }

    /// Of the versions that a refusal lists, the highest that this program speaks.
    static func highestCommon(_ problem: Problem) -> Int? {
        guard problem.code == .unsupportedVersion, let supported = problem["supported"],
            let listed = try? JSON(parsing: supported.encoded)
        else { return nil }
        return (listed.elements ?? []).compactMap(\.integer).filter(Limits.supportedWires.contains).max()
    }
}
