/// What the bars of a transition chart mean, in lines of a given width.
struct ChartLegend {
    private static let lineHeight = 20
    private let items: [(fill: String, text: String, x: Int, line: Int)]

    init(_ labels: ChartLabels, width: Int) {
        let all = [
            ("#3b6ea5", labels.service), ("url(#transition-training)", labels.training),
            ("url(#transition-handover)", labels.handover), ("#d9d9d9", labels.busySeasons),
            ("url(#transition-danger)", labels.shortages),
        ]
        var (x, line) = (0, 0)
        items = all.map { fill, text in
            let room = 60 + text.count * 7
            if x > 0, x + room > width {
                (x, line) = (0, line + 1)
            }
            defer { x += room }
            return (fill, text, x, line)
        }
    }

    var height: Int {
        ((items.last?.line ?? 0) + 1) * Self.lineHeight
    }

    func write(to writer: inout SVGWriter, x: Int, y: Int) {
        for item in items {
            let top = y + item.line * Self.lineHeight
            writer.add(
                "rect",
                [
                    "x": "\(x + item.x)", "y": "\(top)", "width": "26", "height": "10", "fill": item.fill,
                    "stroke": "#222", "stroke-width": "0.7",
                ])
            writer.add("text", ["x": "\(x + item.x + 32)", "y": "\(top + 9)"], item.text)
        }
    }
}
