/// One value that a check used, named so that it can be put into a sentence of any language.
public struct RuleValue: Hashable, Sendable {
    /// A stable name in lower case with hyphens, such as `months-in-post`.
    public let name: String
    /// The value as text: a number, a date `YYYY-MM-DD`, a code or a name.
    public let text: String

    public init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    public init(_ name: String, _ number: Int) {
        self.init(name, String(number))
    }

    public init(_ name: String, _ date: CivilDate) {
        self.init(name, date.iso)
    }
}
