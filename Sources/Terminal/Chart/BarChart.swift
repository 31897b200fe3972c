import Foundation

/// Horizontal bars as SVG: need beside holders of each row. Reads without colour, in print and aloud.
public struct BarChart: Sendable {
    public struct Row: Sendable {
        public var name: String
        /// Nil where it is not known.
        public var need: Int?
        public var holders: Int
        public var floor: Int?

        public init(name: String, need: Int?, holders: Int, floor: Int?) {
            self.name = name
            self.need = need
            self.holders = holders
            self.floor = floor
        }
    }

    public var title: String
    public var needLabel: String
    public var holdersLabel: String
    public var floorLabel: String
    public var rows: [Row]

    /// The most rows that are drawn; a chart with more says nothing.
    public static let rowLimit = 200

    public init(title: String, needLabel: String, holdersLabel: String, floorLabel: String, rows: [Row]) {
        self.title = title
        self.needLabel = needLabel
        self.holdersLabel = holdersLabel
        self.floorLabel = floorLabel
        self.rows = Array(rows.prefix(Self.rowLimit))
    }

    private static let nameWidth = 410
    private static let barWidth = 520
    private static let rowHeight = 40
    private static let top = 76

    /// The whole SVG 1.1 document.
    public var svg: String {
        let width = Self.nameWidth + Self.barWidth + 90
        let height = Self.top + rows.count * Self.rowHeight + 16
        let most = max(rows.flatMap { [$0.need ?? 0, $0.holders, $0.floor ?? 0] }.max() ?? 1, 1)
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" width="\#(width)" height="\#(height)" role="img" font-family="sans-serif" font-size="13">"#,
            "<title>\(Self.safe(title))</title>",
            "<desc>\(Self.safe(rows.map(described).joined(separator: "; ")))</desc>",
            #"<rect width="\#(width)" height="\#(height)" fill="white"/>"#,
            #"<text x="12" y="26" font-size="17" font-weight="bold">\#(Self.safe(title))</text>"#,
        ]
        lines += legend
        for (number, row) in rows.enumerated() {
            lines += bars(row, at: Self.top + number * Self.rowHeight, most)
        }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private func described(_ row: Row) -> String {
        "\(row.name): \(needLabel) \(row.need.map(String.init) ?? "-"), \(holdersLabel) \(row.holders)"
    }

    private var legend: [String] {
        let y = 48
        return [
            #"<rect x="12" y="\#(y - 11)" width="18" height="12" fill="none" stroke="black"/>"#,
            #"<text x="36" y="\#(y)">\#(Self.safe(needLabel))</text>"#,
            #"<rect x="212" y="\#(y - 11)" width="18" height="12" fill="steelblue"/>"#,
            #"<text x="236" y="\#(y)">\#(Self.safe(holdersLabel))</text>"#,
            #"<line x1="421" y1="\#(y - 12)" x2="421" y2="\#(y + 2)" stroke="firebrick" stroke-width="3"/>"#,
            #"<text x="432" y="\#(y)">\#(Self.safe(floorLabel))</text>"#,
        ]
    }

    private func bars(_ row: Row, at y: Int, _ most: Int) -> [String] {
        func length(_ value: Int) -> Int { value * Self.barWidth / most }
        let x = Self.nameWidth
        var lines = [
            #"<text x="\#(x - 10)" y="\#(y + 21)" text-anchor="end">\#(Self.safe(Self.short(row.name)))</text>"#,
            #"<rect x="\#(x)" y="\#(y + 9)" width="\#(length(row.holders))" height="16" fill="steelblue"/>"#,
        ]
        var end = length(row.holders)
        if let need = row.need {
            lines.append(
                #"<rect x="\#(x)" y="\#(y + 5)" width="\#(length(need))" height="24" fill="none" stroke="black"/>"#)
            end = max(end, length(need))
        }
        if let floor = row.floor {
            lines.append(
                #"<line x1="\#(x + length(floor))" y1="\#(y + 2)" x2="\#(x + length(floor))" y2="\#(y + 32)" stroke="firebrick" stroke-width="3"/>"#
            )
            end = max(end, length(floor))
        }
        let label = "\(row.holders) / \(row.need.map(String.init) ?? "-")"
        lines.append(#"<text x="\#(x + end + 8)" y="\#(y + 21)">\#(label)</text>"#)
        return lines
    }

    /// A name that fits beside the bars.
    private static func short(_ name: String) -> String {
        name.count > 50 ? String(name.prefix(49)) + "…" : name
    }

    private static func safe(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").filter { $0 >= " " }
    }
}
