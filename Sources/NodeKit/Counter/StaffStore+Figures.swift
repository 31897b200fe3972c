import GRDB
import Personnel

extension StaffReader {
    /// The daily figures of counters from a day on, by unit, service and day.
    public func counterDays(since first: CivilDate) throws -> [CounterDay] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM staffCounterDay WHERE day >= ? ORDER BY unitID, service, day",
            arguments: [first.iso]
        ).map { row in
            let fields = StaffFields(row, Self.counterColumns)
            guard let unit = fields.text("unitID"), let service = fields.text("service"), let day = fields.date("day"),
                let visitors = fields.integer("visitors"), let served = fields.integer("served"),
                let minutes = fields.integer("minutes"),
                let figure = CounterDay(
                    unit: unit, service: service, day: day, visitors: visitors, served: served, minutes: minutes)
            else { throw StaffError.damaged("staffCounterDay") }
            return figure
        }
    }

    /// What was measured of the service of each unit, by unit and time.
    public func serviceFigures() throws -> [ServiceFigure] {
        try Row.fetchAll(db, sql: "SELECT * FROM staffServiceFigure ORDER BY unitID, since, until").map { row in
            let fields = StaffFields(row, Self.serviceColumns)
            guard let unit = fields.text("unitID"), let span = fields.span, let entered = fields.date("entered"),
                let figure = ServiceFigure(
                    unit: unit, span: span, skmHundredths: fields.integer("skm"),
                    queueMinutes: fields.integer("queueMinutes"), entered: entered)
            else { throw StaffError.damaged("staffServiceFigure") }
            return figure
        }
    }

    static let counterColumns = ["unitID", "service", "day", "visitors", "served", "minutes"]
    static let serviceColumns = ["unitID", "since", "until", "skm", "queueMinutes", "entered"]
}

extension StaffStore {
    /// Takes in daily figures, in one transaction: a row for a service, unit and day that is there takes its place. Returns how
    /// many rows changed something.
    @discardableResult
    public func put(_ days: [CounterDay]) throws -> Int {
        try database.write { db in
            let writer = StaffWriter(db)
            return try days.reduce(0) { count, day in
                let isChanged = try writer.put(
                    "staffCounterDay", key: ["unitID", "service", "day"], columns: StaffReader.counterColumns,
                    [
                        .text(day.unit), .text(day.service), .date(day.day), .integer(day.visitors),
                        .integer(day.served), .integer(day.minutes),
                    ])
                return count + (isChanged ? 1 : 0)
            }
        }
    }

    /// Takes in what was measured of units' service, in one transaction. A figure that is there keeps the day on which it was
    /// first handed in, unless its numbers change: a baseline that is corrected later is no baseline.
    @discardableResult
    public func put(_ figures: [ServiceFigure]) throws -> Int {
        try database.write { db in
            let known = try StaffReader(db).serviceFigures()
            let writer = StaffWriter(db)
            return try figures.reduce(0) { count, figure in
                let same = known.contains { one in
                    one.unit == figure.unit && one.span == figure.span && one.skmHundredths == figure.skmHundredths
                        && one.queueMinutes == figure.queueMinutes
                }
                guard !same else { return count }
                try writer.put(
                    "staffServiceFigure", key: ["unitID", "since", "until"], columns: StaffReader.serviceColumns,
                    [
                        .text(figure.unit), .date(figure.span.from), .date(figure.span.until),
                        figure.skmHundredths.map(StaffCell.integer) ?? .none,
                        figure.queueMinutes.map(StaffCell.integer) ?? .none, .date(figure.entered),
                    ])
                return count + 1
            }
        }
    }
}
