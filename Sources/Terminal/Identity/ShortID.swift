import Negotiation

/// How people see and type the id of a record: its last hexadecimal digits.
///
/// The first digits of an id are a time and alike for records of one minute; the last ones are random.
public enum ShortID {
    /// The fewest digits that may be typed.
    public static let fewestDigits = 4
    /// The digits shown, unless two records at hand share them.
    public static let shownDigits = 6

    /// The last digits of an id, without hyphens.
    public static func text<Subject>(_ id: Identifier<Subject>, digits: Int = shownDigits) -> String {
        String(hexadecimal(id.text).suffix(max(digits, 1)))
    }

    /// The one candidate whose id ends with what was typed: 4 or more digits, or the whole id with its hyphens, in any
    /// capitals. Throws ``ShortIDError``.
    public static func resolve<Subject>(
        _ typed: String, among candidates: some Sequence<Identifier<Subject>>
    ) throws(ShortIDError) -> Identifier<Subject> {
        let digits = hexadecimal(typed.lowercased())
        guard digits.utf8.count >= fewestDigits, digits.utf8.count <= 32, digits.utf8.allSatisfy(isDigit) else {
            throw ShortIDError(.malformed, typed: typed)
        }
        let matches = Set(candidates.filter { hexadecimal($0.text).hasSuffix(digits) })
        guard let match = matches.first else { throw ShortIDError(.none, typed: typed) }
        guard matches.count == 1 else {
            throw ShortIDError(.ambiguous, typed: typed, candidates: matches.map(\.text).sorted())
        }
        return match
    }

    /// The one element whose id is meant. Throws ``ShortIDError`` as ``resolve(_:among:)`` does.
    public static func find<Element, Subject>(
        _ typed: String, among elements: [Element], by id: (Element) -> Identifier<Subject>
    ) throws(ShortIDError) -> Element {
        let meant = try resolve(typed, among: elements.map(id))
        guard let element = elements.first(where: { id($0) == meant }) else {
            preconditionFailure("an id resolves to one of its candidates")
        }
        return element
    }

    private static func hexadecimal(_ text: String) -> String {
        text.filter { $0 != "-" }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
