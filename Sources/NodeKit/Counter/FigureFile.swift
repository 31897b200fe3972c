import Personnel

/// A file of daily counter figures or of service quality: what is good in it, and everything that is bad.
public struct FigureFile<Figure: Sendable & Equatable>: Sendable {
    public private(set) var figures: [Figure] = []
    public private(set) var errors: [RowError] = []
    public private(set) var rows = 0

    fileprivate mutating func take(_ count: Int) {
        rows = count
    }

    fileprivate mutating func add(_ figure: Figure?, _ errors: [RowError]) {
        self.errors += errors
        if let figure, errors.isEmpty {
            figures.append(figure)
        }
    }
}

extension FigureFile where Figure == CounterDay {
    /// The columns: who came, who was served and how long that took, of each service of a unit on a day.
    private static var columns: [String] {
        ["UNOR ID", "LAYANAN", "TANGGAL", "PENGUNJUNG", "DILAYANI", "MENIT LAYANAN"]
    }

    /// Reads a file. Throws `ImportError` when it cannot be read as a whole.
    ///
    /// - Parameters:
    ///   - name: as it was handed in.
    ///   - units: the ids that a row may name.
    public init(reading bytes: [UInt8], name: String, units: Set<String>) throws(ImportError) {
        var file = FigureFile()
        var seen: Set<[String]> = []
        let count = try Table.read(bytes, file: name, required: Self.columns) { cells in
            file.add(cells.isAligned ? Self.figure(&cells, units, &seen) : nil, cells.errors)
        }
        file.take(count)
        self = file
    }

    private static func figure(_ cells: inout RowReader, _ units: Set<String>, _ seen: inout Set<[String]>)
        -> CounterDay?
    {
        let unit = cells.knownUnit(units)
        let service = cells.required("LAYANAN", "the service's name")
        let day = cells.requiredDate("TANGGAL")
        let visitors = cells.requiredNumber("PENGUNJUNG", in: 0...CounterDay.largestCount)
        let served = cells.requiredNumber("DILAYANI", in: 0...CounterDay.largestCount)
        let minutes = cells.requiredNumber("MENIT LAYANAN", in: 0...CounterDay.largestMinutes)
        guard let unit, let service, let day, let visitors, let served, let minutes else { return nil }
        guard seen.insert([unit, service, day.iso]).inserted else {
            cells.refuse("TANGGAL", day.iso, .duplicateID, "each service of a unit once on a day")
            return nil
        }
        return CounterDay(
            unit: unit, service: service, day: day, visitors: visitors, served: served, minutes: minutes)
    }
}

extension FigureFile where Figure == ServiceFigure {
    private static var columns: [String] { ["UNOR ID", "MULAI", "SELESAI"] }

    /// Reads a file: the value of the satisfaction survey (NILAI SKM, such as 82,47) and the average wait (MENIT ANTRE), one of
    /// them at least. Throws `ImportError` when it cannot be read as a whole.
    ///
    /// - Parameters:
    ///   - units: the ids that a row may name.
    ///   - today: the region's day, on which the figures are handed in.
    public init(reading bytes: [UInt8], name: String, units: Set<String>, on today: CivilDate) throws(ImportError) {
        var file = FigureFile()
        var seen: Set<[String]> = []
        let count = try Table.read(
            bytes, file: name, required: Self.columns, optional: ["NILAI SKM", "MENIT ANTRE"]
        ) { cells in
            file.add(cells.isAligned ? Self.figure(&cells, units, today, &seen) : nil, cells.errors)
        }
        file.take(count)
        self = file
    }

    private static func figure(
        _ cells: inout RowReader, _ units: Set<String>, _ today: CivilDate, _ seen: inout Set<[String]>
    ) -> ServiceFigure? {
        let unit = cells.knownUnit(units)
        let first = cells.requiredDate("MULAI")
        let last = cells.requiredDate("SELESAI")
        let value = cells.optional("NILAI SKM").flatMap { text -> Int? in
            guard let hundredths = hundredths(text), ServiceFigure.valueRange.contains(hundredths) else {
                cells.refuse(
                    "NILAI SKM", text, .badNumber, "a value from 25 to 100 with at most two decimals, such as 82,47")
                return nil
            }
            return hundredths
        }
        let minutes =
            cells.optional("MENIT ANTRE") == nil
            ? nil : cells.requiredNumber("MENIT ANTRE", in: ServiceFigure.minutesRange)
        guard let unit, let first, let last, cells.errors.isEmpty else { return nil }
        guard let span = DatedSpan(from: first, until: last) else {
            cells.refuse("SELESAI", last.iso, .endBeforeStart, "a day on or after MULAI")
            return nil
        }
        guard value != nil || minutes != nil else {
            cells.refuse("NILAI SKM", nil, .missingValue, "NILAI SKM or MENIT ANTRE")
            return nil
        }
        guard seen.insert([unit, first.iso, last.iso]).inserted else {
            cells.refuse("MULAI", first.iso, .duplicateID, "each unit once for the same time")
            return nil
        }
        return ServiceFigure(unit: unit, span: span, skmHundredths: value, queueMinutes: minutes, entered: today)
    }

    /// `82`, `82,4`, `82.47` as hundredths.
    private static func hundredths(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "," || $0 == "." })
        guard let first = parts.first, let whole = CellText.number(String(first), digits: 1...3), parts.count <= 2
        else {
            return nil
        }
        guard parts.count == 2 else { return text.utf8.allSatisfy(CellText.isDigit) ? whole * 100 : nil }
        guard let part = CellText.number(String(parts[1]), digits: 1...2) else { return nil }
        return whole * 100 + (parts[1].utf8.count == 1 ? part * 10 : part)
    }
}

extension RowReader {
    /// A unit of HierarkiUnor.
    fileprivate mutating func knownUnit(_ units: Set<String>) -> String? {
        guard let unit = required("UNOR ID", "the unit's id in HierarkiUnor") else { return nil }
        guard units.contains(unit) else {
            refuse("UNOR ID", unit, .unknownUnit, "a unit of HierarkiUnor")
            return nil
        }
        return unit
    }
}
