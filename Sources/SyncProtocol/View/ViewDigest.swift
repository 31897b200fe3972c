import Negotiation

/// The digest of a set of records that does not depend on their order: how many, and the sum of their leaves.
///
/// leaf = SHA-256("mutasi-view-v1" ‖ length of kind, 2 bytes ‖ kind ‖ id, 16 bytes ‖ revision, 8 bytes ‖ SHA-256(body));
/// the sum is taken modulo 2^256 over the leaves as big-endian integers. Adding and removing a record is one addition, so a
/// store keeps a digest for each audience and adds them for a view. A difference of digests is one too; its count may be
/// negative. It detects loss and damage; the signature of the reply that carries it keeps others from making one up.
public struct ViewDigest: Equatable, Sendable {
    /// How many records are in the set.
    public private(set) var count: Int
    private var sum: Integer256

    /// The digest of the empty set.
    public init() {
        count = 0
        sum = Integer256()
    }

    /// Reads a digest from 64 hexadecimal digits and a count that is not negative; nil for anything else.
    public init?(hex: String, count: Int) {
        guard count >= 0, count <= Self.mostRecords, let bytes = Hex.decode(hex), let sum = Integer256(bytes: bytes)
        else {
            return nil
        }
        self.count = count
        self.sum = sum
    }

    /// 64 hexadecimal digits.
    public var hex: String {
        Hex.encode(sum.bytes)
    }

    /// 32 bytes, big-endian.
    public var bytes: [UInt8] {
        sum.bytes
    }

    /// Takes in a record that is not in the set.
    public mutating func add(_ leaf: Leaf) {
        count += 1
        sum.add(leaf.integer)
    }

    /// Takes out a record that is in the set.
    public mutating func remove(_ leaf: Leaf) {
        count -= 1
        sum.subtract(leaf.integer)
    }

    /// The digest of both sets together; they have no record in common.
    public static func + (left: ViewDigest, right: ViewDigest) -> ViewDigest {
        var result = left
        result.count += right.count
        result.sum.add(right.sum)
        return result
    }

    /// The leaf of a record; `kind` is at most 64 KiB.
    public static func leaf(kind: String, id: RecordID, revision: Int, body: [UInt8]) -> Leaf {
        var input = Array("mutasi-view-v1".utf8)
        input.append(lengthPrefixed: Array(kind.utf8))
        input.append(contentsOf: id.bytes)
        input.append(bigEndian: revision)
        input.append(contentsOf: Sodium.sha256(body))
        return Leaf(hashing: input)
    }

    /// Far above any store, far below where a sum of counts could overflow.
    private static let mostRecords = 1 << 53

    /// One record's part of a digest.
    public struct Leaf: Equatable, Sendable {
        let integer: Integer256

        init(integer: Integer256) {
            self.integer = integer
        }

        /// SHA-256 of these bytes, which begin with what they are of.
        public init(hashing bytes: [UInt8]) {
            guard let integer = Integer256(bytes: Sodium.sha256(bytes)) else {
                preconditionFailure("SHA-256 gives 32 bytes")
            }
            self.integer = integer
        }

        /// Takes the 32 bytes of a stored leaf; nil for any other count.
        public init?(bytes: [UInt8]) {
            guard let integer = Integer256(bytes: bytes) else {
                return nil
            }
            self.integer = integer
        }

        /// 32 bytes.
        public var bytes: [UInt8] {
            integer.bytes
        }
    }
}
