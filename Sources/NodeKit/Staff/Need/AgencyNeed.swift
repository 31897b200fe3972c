import Negotiation
import Personnel
import StrictJSON

/// What an agency needs and has on a day: its units with their posts, workload analyses, holders and floors, and who leaves when.
public struct AgencyNeed: Sendable {
    public let day: CivilDate
    public let table: StaffingTable
    public let forecast: Forecast
    /// Known posts and units by id.
    public let posts: [String: Post]
    public let units: [String: Personnel.Unit]
    let ownFloors: [PostInUnit: Int]
    let unitFloors: [String: Int]
    let standards: [String: PostStandard]
    /// The units whose counters are in a rush.
    let rushes: Set<String>

    /// - Parameters:
    ///   - months: how far the forecast looks; nil takes the policy's, and whatever is beyond its range too.
    ///   - movements: what decrees say of the day beside the rows.
    public init(
        _ reader: StaffReader, on day: CivilDate, months: Int? = nil, _ policy: PersonnelPolicy, _ movements: Movements
    ) throws {
        self.day = day
        let workplaces = try reader.workplaces(on: day, policy, movements)
        let figures = workplaces.figures
        rushes = workplaces.rushes
        var ownFloors: [PostInUnit: Int] = [:]
        var unitFloors: [String: Int] = [:]
        var needs: [StaffingNeed] = []
        for figure in figures {
            guard let post = figure.post else {
                unitFloors[figure.unit] = figure.staffing.ownFloor
                continue
            }
            let place = PostInUnit(unit: figure.unit, post: post)
            ownFloors[place] = figure.staffing.ownFloor
            needs.append(
                StaffingNeed(
                    place: place, rows: try reader.workload(post: post, unit: figure.unit),
                    holders: figure.staffing.hundredths / 100, hundredths: figure.staffing.hundredths,
                    ownFloor: figure.staffing.ownFloor, policy))
        }
        self.ownFloors = ownFloors
        self.unitFloors = unitFloors
        table = StaffingTable(needs, ownFloors: unitFloors, policy)
        posts = Dictionary(try reader.posts().map { ($0.id, $0) }) { first, _ in first }
        units = Dictionary(try reader.units().map { ($0.id, $0) }) { first, _ in first }
        var standards: [String: PostStandard] = [:]
        for id in Set(needs.map(\.place.post)) {
            standards[id] = try reader.standard(of: id)
        }
        self.standards = standards
        forecast = try Self.forecast(reader, on: day, months: months, table, policy)
    }

    private static func forecast(
        _ reader: StaffReader, on day: CivilDate, months: Int?, _ table: StaffingTable, _ policy: PersonnelPolicy
    ) throws -> Forecast {
        let own = try reader.sheets().filter(\.person.isActive).flatMap { sheet in
            sheet.civilServant.placeHolders(on: day, policy).filter { holder in
                sheet.assignments.contains { $0.assignment.unitID == holder.place.unit }
            }
        }
        let guests = try reader.guests(on: day).map { guest in
            PlaceHolder(
                person: guest.card.text, place: PostInUnit(unit: guest.unitID, post: guest.postID), kind: .secondment,
                span: guest.span, retires: nil)
        }
        let needs = Dictionary(
            table.needs.compactMap { need in need.need.map { (need.place, $0) } }
        ) { first, _ in first }
        let forecast = Forecast(holders: own + guests, needs: needs, from: day, months: months, policy)
        // The policy's own number of months is within the range.
        guard let forecast = forecast ?? Forecast(holders: own + guests, needs: needs, from: day, policy) else {
            throw StaffError(
                .doesNotFit, "the policy's months of a forecast are out of range", next: "ask the BKD to correct it")
        }
        return forecast
    }

    // MARK: What is published

    /// The body of `need.publish` for each unit, by unit.
    public var statements: [(unit: String, body: JSONValue)] {
        table.units.map { unit in
            let needs = table.needs.filter { $0.place.unit == unit.unit }
            let known = units[unit.unit]
            let need = JSONValue.members([
                (
                    "unit",
                    .members([
                        ("id", .string(unit.unit)), ("name", .string(known?.name ?? unit.unit)),
                        ("district", district(of: unit.unit).map(JSONValue.string)),
                    ])
                ),
                ("floor", unitFloors[unit.unit].map(JSONValue.integer)),
                ("rush", rushes.contains(unit.unit) ? .boolean(true) : nil),
                ("posts", .array(needs.map(json))),
            ])
            return (unit.unit, .object([("need", need), ("forecast", .array(needs.map(ahead)))]))
        }
    }

    private func json(_ need: StaffingNeed) -> JSONValue {
        .members([
            ("post", post(need.place.post).json), ("need", need.need.map(JSONValue.integer)),
            ("holders", .integer(need.holders)), ("floor", ownFloors[need.place].map(JSONValue.integer)),
            ("standard", standards[need.place.post]?.json),
        ])
    }

    /// Months in which nobody leaves are left out.
    private func ahead(_ need: StaffingNeed) -> JSONValue {
        let months = forecast.places.first { $0.place == need.place }?.months.filter { !$0.leaving.isEmpty } ?? []
        return .object([
            ("post", .string(need.place.post)),
            (
                "months",
                .array(
                    months.map { month in
                        .members(
                            [("month", .string(String(month.month.iso.prefix(7))))]
                                + Departure.allCases.map { ($0.rawValue, month.leaving[$0].map(JSONValue.integer)) })
                    })
            ),
        ])
    }

    public func post(_ id: String) -> Post { posts[id] ?? Post(id: id, name: id, kind: .pelaksana) }

    /// The unit's district, or that of the nearest unit above which states one.
    private func district(of unit: String) -> String? {
        var next: String? = unit
        for _ in 0..<20 {
            guard let known = next.flatMap({ units[$0] }) else { return nil }
            if let district = known.district { return district }
            next = known.parent
        }
        return nil
    }
}

extension Post {
    /// `{"id","name","kind","family"?,"eselon"?,"level"?}`, as a vacancy and a published need say it.
    var json: JSONValue {
        .members([
            ("id", .string(id)), ("name", .string(name)), ("kind", .string(kind.rawValue)),
            ("family", family.map(JSONValue.string)), ("eselon", eselon.map { .string($0.rawValue) }),
            ("level", level.map { .string($0.rawValue) }),
        ])
    }
}
