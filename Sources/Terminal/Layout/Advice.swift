/// What to do next: a sentence, and under it a command line, which is never broken so that it can be copied whole.
public struct Advice: Equatable, Sendable {
    public var text: String
    public var command: String?

    public init(_ text: String, command: String? = nil) {
        self.text = text
        self.command = command
    }

    public func lines(for medium: Medium) -> [String] {
        let sentence = Page.indented(text, first: "-> ", then: "   ", medium)
        return sentence + (command.map { ["     " + DisplayWidth.safe($0)] } ?? [])
    }
}
