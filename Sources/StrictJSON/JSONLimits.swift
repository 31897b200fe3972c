/// How much one document may hold before the reader refuses it.
///
/// Beside the input the reader keeps 16 bytes for each value and name, and up to twice that while it reads.
public struct JSONLimits: Sendable, Equatable {
    /// The most bytes of input, whitespace included.
    public var maxBytes: Int
    /// The most objects and arrays open at once; a document that is one string has depth 0.
    public var maxDepth: Int
    /// The most members of one object, or elements of one array.
    public var maxMembers: Int

    public init(maxBytes: Int, maxDepth: Int, maxMembers: Int) {
        self.maxBytes = maxBytes
        self.maxDepth = maxDepth
        self.maxMembers = maxMembers
    }

    /// 16 MiB, depth 32, 100,000 members: larger than any message or bundle part of the protocol.
    public static let standard = JSONLimits(maxBytes: 16 << 20, maxDepth: 32, maxMembers: 100_000)
}
