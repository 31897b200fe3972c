/// Rows under column headings.
///
/// Columns are as wide as their widest cell. On a terminal that is too narrow the widest columns give way and their cells
/// wrap; when even that is not enough each row is written as a block of lines. In a pipe each row is one line.
public struct Table: Equatable, Sendable {
    public enum Alignment: Sendable {
        case left
        /// For numbers.
        case right
    }

    public struct Column: Equatable, Sendable {
        public var title: String
        public var alignment: Alignment

        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    public var columns: [Column]
    /// A row with fewer cells than columns ends with empty ones; further cells are left out.
    public var rows: [[String]]

    private static let gap = 2
    /// A column gives way down to this width.
    private static let narrowest = 10

    public init(_ columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The lines, without spaces at their ends.
    public func lines(for medium: Medium) -> [String] {
        let cells = rows.map { row in
            columns.indices.map { $0 < row.count ? DisplayWidth.safe(row[$0]) : "" }
        }
        let titles = columns.map(\.title)
        let natural = columns.indices.map { index in
            ([titles] + cells).map { DisplayWidth.of($0[index]) }.max() ?? 0
        }
        guard let widths = medium.width.map({ fitted(natural, into: $0) }) ?? natural else {
            return blocks(cells, width: medium.width ?? 0)
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return [titles, rule].flatMap { line($0, widths) } + cells.flatMap { line($0, widths) }
    }

    /// Widths that fit, the widest columns cut first; nil when they cannot.
    private func fitted(_ natural: [Int], into width: Int) -> [Int]? {
        var widths = natural
        var excess = natural.reduce(0, +) + Self.gap * max(natural.count - 1, 0) - width
        while excess > 0 {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
                widths[widest] > Self.narrowest
            else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { Wrap.lines($0, width: max($1, 1)) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var text = ""
            for (index, lines) in wrapped.enumerated() {
                let cell = row < lines.count ? lines[row] : ""
                let padding = String(repeating: " ", count: max(widths[index] - DisplayWidth.of(cell), 0))
                text += columns[index].alignment == .right ? padding + cell : cell + padding
                text += String(repeating: " ", count: Self.gap)
            }
            return text.trimmingEnd()
        }
    }

    private func blocks(_ cells: [[String]], width: Int) -> [String] {
        var lines: [String] = []
        for row in cells {
            if !lines.isEmpty {
                lines.append("")
            }
            for (column, cell) in zip(columns, row) where !cell.isEmpty {
                let wrapped = Wrap.lines("\(column.title): \(cell)", width: max(width - Self.gap, 1))
                lines += wrapped.enumerated().map { $0 == 0 ? $1 : String(repeating: " ", count: Self.gap) + $1 }
            }
        }
        return lines
    }
}

extension String {
    /// The text without spaces at its end.
    func trimmingEnd() -> String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
