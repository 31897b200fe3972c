/// The code of an agency, unique in its region: 2 to 24 of `a`–`z`, `0`–`9` and `-`.
public struct AgencyCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String

    /// Nil unless the text has the form above.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (2...24).contains(bytes.count), bytes.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: AgencyCode, right: AgencyCode) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
