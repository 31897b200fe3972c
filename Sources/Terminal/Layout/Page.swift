/// What a person reads: blocks, one under the other, that are laid out when the medium is known.
public struct Page: Equatable, Sendable {
    public enum Block: Equatable, Sendable {
        /// The first line of a page.
        case title(String)
        /// The line above a part of it.
        case heading(String)
        case paragraph(String)
        /// Names with values beside them; several values of one name stand under each other.
        case fields([Field])
        case table(Table)
        case items([String])
        /// What to do next, and a command line that must not be broken.
        case advice(String, command: String?)
    }

    public struct Field: Equatable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var blocks: [Block]

    public init(_ blocks: [Block] = []) {
        self.blocks = blocks
    }

    public mutating func add(_ block: Block) {
        blocks.append(block)
    }

    /// The page as text, a newline at its end; empty for an empty page. Everything in it is safe for a terminal.
    public func text(for medium: Medium = .plain) -> String {
        lines(for: medium).map { $0 + "\n" }.joined()
    }

    /// The lines of the page; headings, and what follows a table, stand apart from what is above.
    public func lines(for medium: Medium) -> [String] {
        var lines: [String] = []
        var isBelowTable = false
        var isBelowFields = false
        for block in blocks {
            switch block {
            case .heading where !lines.isEmpty, .table where lines.count == 1 || isBelowFields,
                .paragraph where isBelowFields:
                lines.append("")
            default: if isBelowTable { lines.append("") }
            }
            lines += Self.lines(of: block, medium)
            isBelowTable = if case .table = block { true } else { false }
            isBelowFields = if case .fields = block { true } else { false }
        }
        return lines
    }

    private static func lines(of block: Block, _ medium: Medium) -> [String] {
        switch block {
        case .title(let text), .heading(let text): Heading(text).lines(for: medium)
        case .paragraph(let text): wrapped(text, medium)
        case .fields(let fields): Self.fields(fields, medium)
        case .table(let table): table.lines(for: medium)
        case .items(let items): items.flatMap { indented($0, first: "- ", then: "  ", medium) }
        case .advice(let text, let command): Advice(text, command: command).lines(for: medium)
        }
    }

    private static func fields(_ fields: [Field], _ medium: Medium) -> [String] {
        let width = fields.map { DisplayWidth.of($0.name) }.max() ?? 0
        return fields.flatMap { field in
            let padding = String(repeating: " ", count: width - DisplayWidth.of(field.name) + 2)
            let hanging = String(repeating: " ", count: width + 4)
            return indented(field.value, first: "  " + field.name + padding, then: hanging, medium)
        }
    }

    static func wrapped(_ text: String, _ medium: Medium) -> [String] {
        indented(text, first: "", then: "", medium)
    }

    /// Wraps a text after one beginning on the first line and another on those below.
    static func indented(_ text: String, first: String, then: String, _ medium: Medium) -> [String] {
        let safe = DisplayWidth.safe(text)
        guard let width = medium.width else { return [(first + safe).trimmingEnd()] }
        let room = max(width - max(DisplayWidth.of(first), DisplayWidth.of(then)), 12)
        return Wrap.lines(safe, width: room).enumerated().map { (($0 == 0 ? first : then) + $1).trimmingEnd() }
    }
}
