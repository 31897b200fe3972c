/// A language that people are spoken to in; the raw value is its ISO 639-1 code.
public enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// The first of these that names a language: the argument `--lang`, the variable `MUTASI_LANG`, the region's
    /// language; else Indonesian.
    ///
    /// A word is taken with a region or an encoding after it (`en_US.UTF-8`, `id-ID`) and in any capitals.
    public static func choose(argument: String? = nil, environment: String? = nil, region: String? = nil) -> Language {
        [argument, environment, region].lazy.compactMap { $0.flatMap(Language.init(parsing:)) }.first ?? .indonesian
    }

    /// Reads the code of a language; nil when it is not one of ours.
    public init?(parsing text: String) {
        let word = text.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." }
        self.init(rawValue: String(word))
    }
}
