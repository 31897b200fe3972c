/// A line that names what stands under it: bold on a terminal that can, else as it is.
public struct Heading: Equatable, Sendable {
    public var text: String

    public init(_ text: String) {
        self.text = text
    }

    public func lines(for medium: Medium) -> [String] {
        let lines = Page.wrapped(text, medium)
        return medium.isStyled ? lines.map { "\u{1B}[1m\($0)\u{1B}[0m" } : lines
    }
}
