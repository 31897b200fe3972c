import Negotiation
import Personnel
import StrictJSON

/// Units that go over to another agency, and how far their people are confirmed there.
extension Presenter {
    public func reorganisations(_ acts: [Reorganisation]) -> Page {
        guard !acts.isEmpty else { return nothing("Tidak ada penataan.", "There are no reorganisations.") }
        let rows = acts.map { act in
            let progress = ReorganisationProgress(act, records)
            return [
                shown(act.id), act.number, date(act.date), date(act.from), language.number(act.units.count),
                "\(language.number(progress.started))/\(language.number(progress.seats))", state(act),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Peraturan", "Regulation"), column("Tanggal", "Date"),
                        column("Berlaku", "Counts from"), column("Unit", "Units", .right),
                        column("Pindah", "Moved", .right), column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func reorganisation(_ act: Reorganisation) -> Page {
        let progress = ReorganisationProgress(act, records)
        var page = Page([
            .title(say("Penataan ", "Reorganisation ") + act.number),
            .fields([
                field("Tanggal", "Date", date(act.date)), field("Berlaku", "Counts from", date(act.from)),
                field("Keadaan", "State", state(act)),
                field("Dicatat oleh", "Recorded by", act.actor),
                field("Jalur penetapan pegawai", "Route for the people", act.route ?? "-"),
                field(
                    "Lowongan yang ikut pindah", "Open vacancies that followed", language.number(act.followed.count)),
                field("Formasi pegawai", "Seats for the people", language.number(progress.seats)),
                field("Sudah diusulkan", "Proposed", language.number(progress.proposed)),
                field("Sudah ada SK", "Decreed", language.number(progress.decreed)),
                field("Sudah mulai", "Started", language.number(progress.started)),
            ]),
        ])
        if act.state == .stopped, let code = act.settled?.code {
            page.add(.heading(say("Tidak dapat dilaksanakan", "It could not be carried out")))
            page.blocks +=
                outcome(
                    .rejected(code, settledDetail(act)),
                    operation: OperationKind.reorganisationApply.rawValue,
                    record: act.id
                ).blocks
        }
        if !act.units.isEmpty {
            page.add(.heading(say("Unit", "Units")))
            page.add(
                .table(
                    Table(
                        [
                            column("Unit", "Unit"), column("Dari", "From"), column("Ke", "To"),
                            column("Formasi", "Seats", .right),
                        ],
                        rows: act.units.map { unit in
                            [
                                unit.name.map { "\($0) (\(unit.unit))" } ?? unit.unit, agency(unit.from),
                                agency(unit.to), language.number(unit.posts.reduce(0) { $0 + $1.seats }),
                            ]
                        })))
        }
        if !act.closes.isEmpty {
            page.add(.heading(say("Perangkat daerah yang berakhir", "Agencies that end")))
            page.add(.items(act.closes.map(agency)))
        }
        if !act.renames.isEmpty {
            page.add(.heading(say("Perangkat daerah dengan nama baru", "Agencies with a new name")))
            page.add(.items(act.renames.map { agency($0.agency) }))
        }
        page.blocks += next(todo.lines(of: act))
        return page
    }

    private func settledDetail(_ act: Reorganisation) -> [(String, JSONValue)] {
        guard case .object(let members)? = act.settled?.detail else { return [] }
        return members
    }

    private func state(_ act: Reorganisation) -> String {
        let day = act.settled.map { date($0.day) } ?? ""
        return switch act.state {
        case .planned: say("direncanakan", "planned")
        case .applied: say("berlaku", "in force")
        case .stopped: say("gagal \(day)", "stopped \(day)")
        case .withdrawn: say("dibatalkan \(day)", "withdrawn \(day)")
        }
    }
}

/// How far the people of a reorganisation are confirmed, as far as one agency sees it.
public struct ReorganisationProgress: Equatable, Sendable {
    /// The seats that were opened for the people.
    public var seats = 0
    public var proposed = 0
    public var decreed = 0
    public var started = 0

    public init(_ act: Reorganisation, _ records: VisibleRecords) {
        let vacancies = act.opened.compactMap(records.vacancy)
        let opened = Set(vacancies.map(\.id))
        let offers = records.offers.filter { opened.contains($0.vacancy) && $0.closed == nil }
        seats = vacancies.reduce(0) { $0 + $1.seats }
        proposed = offers.count
        decreed = offers.count { $0.decreed != nil }
        started = vacancies.reduce(0) { $0 + $1.filled }
    }
}
