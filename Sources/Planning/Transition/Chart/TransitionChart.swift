import Personnel

/// A transition as a Gantt chart in SVG 1.1: moves by package and start, with trainings, handovers and busy seasons, and the
/// places below their floor.
///
/// Shapes and hatches tell things apart, so that a print without colours can be read; every bar has its dates as a hint.
public struct TransitionChart {
    private static let width = 1_080
    private static let left = 290
    private static let right = 24
    private static let top = 64
    private static let rowHeight = 26
    private static let headingHeight = 24
    private static let nameCharacters = 40

    private let problem: TransitionProblem
    private let schedule: TransitionSchedule
    private let labels: ChartLabels
    private let tree: PlaceTree
    private let rows: [ChartRow]
    /// The days shown, from the first of the problem on.
    private let dayCount: Int

    public init(_ problem: TransitionProblem, _ schedule: TransitionSchedule, _ labels: ChartLabels) {
        self.problem = problem
        self.schedule = schedule
        self.labels = labels
        tree = PlaceTree(problem.places)
        rows = ChartRow.rows(problem, schedule, labels)
        dayCount = problem.dayCount
    }

    /// The file's text. Ids of elements begin with `transition-`, so only one chart should stand in a page.
    public var svg: String {
        let body = rows.reduce(0) { $0 + height(of: $1) }
        let legend = ChartLegend(labels, width: Self.width - 2 * Self.right)
        let bottom = Self.top + body
        let total = bottom + legend.height + 48
        var writer = SVGWriter()
        writer.open(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.width) \(total)", "role": "img",
                "aria-labelledby": "transition-title transition-desc", "font-family": "sans-serif",
                "font-size": "12", "fill": "#111",
            ])
        writer.add("title", ["id": "transition-title"], labels.title)
        writer.add("desc", ["id": "transition-desc"], labels.description)
        ChartPatterns.write(to: &writer)
        writer.add("rect", ["width": "\(Self.width)", "height": "\(total)", "fill": "#fff"])
        writer.add(
            "text", ["x": "\(Self.right)", "y": "26", "font-size": "17", "font-weight": "bold"],
            Self.shortened(labels.title, to: 110))
        addAxis(to: &writer, bottom: bottom)
        var y = Self.top
        for row in rows {
            add(row, at: y, to: &writer)
            y += height(of: row)
        }
        legend.write(to: &writer, x: Self.right, y: bottom + 20)
        writer.add(
            "text", ["x": "\(Self.right)", "y": "\(total - 14)", "font-size": "11", "fill": "#333"],
            Self.shortened(labels.note, to: 170))
        writer.close("svg")
        return writer.text
    }

    private func height(of row: ChartRow) -> Int {
        if case .heading = row {
            return Self.headingHeight
        }
        return Self.rowHeight
    }

    // MARK: Time

    /// The tenths from the left edge to the beginning of a day, within the plot.
    private func x(_ day: CivilDate) -> Int {
        let offset = min(max(problem.index(of: day), 0), dayCount)
        return Self.left * 10 + (Self.width - Self.left - Self.right) * 10 * offset / dayCount
    }

    private func addAxis(to writer: inout SVGWriter, bottom: Int) {
        let marks = ChartMarks(from: problem.firstDay, days: dayCount, labels)
        for mark in marks.weeks {
            let at = SVGWriter.length(tenths: x(mark.day))
            writer.add("text", ["x": at, "y": "\(Self.top - 6)", "font-size": "10", "fill": "#444"], mark.label)
            writer.add("path", ["d": "M\(at) \(Self.top)V\(bottom)", "stroke": "#ddd"])
        }
        for mark in marks.months {
            let at = SVGWriter.length(tenths: x(mark.day))
            writer.add("text", ["x": at, "y": "\(Self.top - 20)", "font-size": "11"], mark.label)
            writer.add("path", ["d": "M\(at) \(Self.top - 16)V\(bottom)", "stroke": "#999"])
        }
        writer.add(
            "path",
            [
                "d":
                    "M\(Self.right) \(Self.top)H\(Self.width - Self.right)M\(Self.right) \(bottom)H\(Self.width - Self.right)",
                "stroke": "#333",
            ])
    }

    // MARK: Rows

    private func add(_ row: ChartRow, at y: Int, to writer: inout SVGWriter) {
        switch row {
        case .heading(let text):
            writer.add(
                "text", ["x": "\(Self.right)", "y": "\(y + 17)", "font-weight": "bold"], Self.shortened(text, to: 100))
        case .move(let move, let start, let isInPackage):
            addName(labels.moveNames[move.id] ?? move.id, indent: isInPackage ? 12 : 0, at: y, to: &writer)
            for season in problem.seasons where concerns(season, move) {
                addBand(season.firstDay, season.lastDay, hint: name(of: season), at: y, to: &writer)
            }
            if let start {
                add(move, start, at: y, to: &writer)
            }
        case .season(let season):
            addName(name(of: season), indent: 12, at: y, to: &writer)
            addBand(
                season.firstDay, season.lastDay, hint: hint(name(of: season), season.firstDay, season.lastDay), at: y,
                to: &writer)
        case .shortages(let place, let shortages):
            addName(labels.placeNames[place] ?? place.description, indent: 12, at: y, to: &writer)
            for shortage in shortages {
                let numbers = "\(shortage.fewestHolders)/\(shortage.floor)"
                addBar(
                    shortage.firstDay, shortage.lastDay.adding(days: 1), fill: "url(#transition-danger)", at: y,
                    hint: hint(
                        "\(labels.placeNames[place] ?? place.description) \(numbers)", shortage.firstDay,
                        shortage.lastDay),
                    to: &writer)
                addLabel(numbers, at: shortage.firstDay, y, to: &writer)
            }
        }
    }

    private func add(_ move: AgreedMove, _ start: CivilDate, at y: Int, to writer: inout SVGWriter) {
        let name = labels.moveNames[move.id] ?? move.id
        if let ready = move.trainedDay(in: problem.calendar) {
            if case .workingDays(_, let after) = move.training {
                addBar(
                    after.adding(days: 1), ready, fill: "url(#transition-training)", at: y,
                    hint: hint(labels.training, after.adding(days: 1), ready.adding(days: -1)), to: &writer)
            } else {
                addDiamond(at: ready, y, hint: "\(labels.training): \(labels.date(ready))", to: &writer)
            }
        }
        if let from = handoverStart(of: move, start) {
            addBar(
                from, start, fill: "url(#transition-handover)", at: y,
                hint: hint(labels.handover, from, start.adding(days: -1)), to: &writer)
        }
        let end = move.until.map { $0.adding(days: 1) }
        addBar(
            start, end ?? problem.lastDay.adding(days: 1), fill: "#3b6ea5", at: y,
            hint: end == nil ? "\(name): \(labels.date(start))" : hint(name, start, move.until ?? start), to: &writer)
        let at = SVGWriter.length(tenths: x(start))
        writer.add("path", ["d": "M\(at) \(y + 3)V\(y + 24)", "stroke": "#000", "stroke-width": "2.5"])
        if let end, end <= problem.lastDay {
            let at = SVGWriter.length(tenths: x(end))
            writer.add(
                "path", ["d": "M\(at) \(y + 9)V\(y + 24)", "stroke": "#000", "stroke-width": "1.5"],
                hint: "\(labels.secondmentEnd): \(labels.date(end))")
        }
        addLabel(labels.date(start), at: start, y, to: &writer)
    }

    /// From when on somebody serves beside the person who leaves: the named newcomer's start, else as many days before as
    /// agreed.
    private func handoverStart(of move: AgreedMove, _ start: CivilDate) -> CivilDate? {
        let begins = move.conditions.compactMap { condition -> CivilDate? in
            guard case .replaced(let newcomer, let days) = condition, days > 0 else { return nil }
            return newcomer.flatMap(schedule.start) ?? start.adding(days: -days)
        }
        return begins.min()
    }

    private func concerns(_ season: BusySeason, _ move: AgreedMove) -> Bool {
        let (lost, _) = tree.difference(move.from, move.to)
        guard let place = season.place else { return season.rest == .nobodyMoves || !lost.isEmpty }
        switch season.rest {
        case .nobodyLeaves: return lost.contains(place)
        case .nobodyMoves: return (tree.path(from: move.from) + tree.path(from: move.to)).contains(place)
        }
    }

    private func name(of season: BusySeason) -> String {
        labels.seasonNames[season.id] ?? season.id
    }

    private func hint(_ text: String, _ first: CivilDate, _ last: CivilDate) -> String {
        "\(text): \(labels.date(first)) – \(labels.date(max(first, last)))"
    }

    // MARK: Shapes

    private func addName(_ name: String, indent: Int, at y: Int, to writer: inout SVGWriter) {
        let short = Self.shortened(name, to: Self.nameCharacters - indent / 6)
        writer.open("g")
        writer.add("title", [:], name)
        writer.add("text", ["x": "\(Self.right + indent)", "y": "\(y + 18)"], short)
        writer.close("g")
    }

    private func addBand(
        _ first: CivilDate, _ last: CivilDate, hint: String, at y: Int, to writer: inout SVGWriter
    ) {
        let (from, to) = (x(first), x(last.adding(days: 1)))
        guard to > from else { return }
        writer.add(
            "rect",
            [
                "x": SVGWriter.length(tenths: from), "y": "\(y + 1)", "width": SVGWriter.length(tenths: to - from),
                "height": "\(Self.rowHeight - 2)", "fill": "#d9d9d9", "fill-opacity": "0.8",
            ], hint: hint)
    }

    private func addBar(
        _ first: CivilDate, _ end: CivilDate, fill: String, at y: Int, hint: String, to writer: inout SVGWriter
    ) {
        let (from, to) = (x(first), x(end))
        guard to > from else { return }
        writer.add(
            "rect",
            [
                "x": SVGWriter.length(tenths: from), "y": "\(y + 14)", "width": SVGWriter.length(tenths: to - from),
                "height": "9", "fill": fill, "stroke": "#222", "stroke-width": "0.7",
            ], hint: hint)
    }

    private func addDiamond(at day: CivilDate, _ y: Int, hint: String, to writer: inout SVGWriter) {
        let at = SVGWriter.length(tenths: x(day))
        writer.add(
            "path",
            ["d": "M\(at) \(y + 12)l6 6l-6 6l-6 -6z", "fill": "url(#transition-training)", "stroke": "#222"], hint: hint
        )
    }

    /// A label above a bar, to the right of its day or, near the edge, to the left; seen over lines.
    private func addLabel(_ text: String, at day: CivilDate, _ y: Int, to writer: inout SVGWriter) {
        let room = (Self.width - Self.right) * 10 - x(day)
        let isLeft = room < text.count * 62
        writer.add(
            "text",
            [
                "x": SVGWriter.length(tenths: x(day) + (isLeft ? -40 : 40)), "y": "\(y + 12)", "font-size": "10",
                "text-anchor": isLeft ? "end" : "start", "stroke": "#fff", "stroke-width": "2.5",
                "paint-order": "stroke",
            ], text)
    }

    static func shortened(_ text: String, to count: Int) -> String {
        text.count > count ? text.prefix(count - 1) + "…" : text
    }
}
