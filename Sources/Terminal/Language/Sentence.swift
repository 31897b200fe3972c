/// One text in both languages.
///
/// A text may hold places `{name}` that values fill in. What a place is filled with is never read again for places.
public struct Sentence: Equatable, Sendable {
    public let indonesian: String
    public let english: String

    public init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The text of one language, its places as they stand.
    public subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }

    /// The text with its places filled; a place without a value becomes `?`.
    public func text(_ language: Language, _ values: [(String, String)] = []) -> String {
        var result = ""
        var rest = self[language][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            result += values.first { $0.0 == name }?.1 ?? "?"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The names of the places of one language, in the order of their first use.
    public func places(_ language: Language) -> [String] {
        var names: [String] = []
        for part in self[language].split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = String(part.prefix { $0 != "}" })
            if !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}
