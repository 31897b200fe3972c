/// The hatches of a transition chart.
enum ChartPatterns {
    static func write(to writer: inout SVGWriter) {
        writer.open("defs")
        add("training", size: 5, ground: "#fff", path: "M0 5L5 0M-1 1L1 -1M4 6L6 4", width: "1.2", to: &writer)
        add("handover", size: 5, ground: "#cfe0f0", path: "M2.5 0V5", width: "1", to: &writer)
        add("danger", size: 6, ground: "#fff", path: "M0 0L6 6M0 6L6 0", width: "1.8", to: &writer)
        writer.close("defs")
    }

    private static func add(
        _ name: String, size: Int, ground: String, path: String, width: String, to writer: inout SVGWriter
    ) {
        writer.open(
            "pattern",
            [
                "id": "transition-\(name)", "width": "\(size)", "height": "\(size)",
                "patternUnits": "userSpaceOnUse",
            ])
        writer.add("rect", ["width": "\(size)", "height": "\(size)", "fill": ground])
        writer.add("path", ["d": path, "stroke": "#111", "stroke-width": width])
        writer.close("pattern")
    }
}
