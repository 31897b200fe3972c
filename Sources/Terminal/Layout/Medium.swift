/// What a page is written for.
public struct Medium: Equatable, Sendable {
    /// Columns of the terminal; nil for a pipe or a file, where nothing is wrapped.
    public var width: Int?
    /// Whether headings may be written bold.
    public var isStyled: Bool

    public init(width: Int?, isStyled: Bool = false) {
        self.width = width.map { max($0, Self.narrowest) }
        self.isStyled = isStyled
    }

    /// Narrower than this nothing can be laid out; the terminal itself then breaks the lines.
    public static let narrowest = 40

    /// A pipe or a file.
    public static let plain = Medium(width: nil)
}
