import Negotiation
import Personnel
import StrictJSON

/// Rushes at counters.
extension Presenter {
    /// - Parameter reasons: the heads' reasons by attachment, as far as they have come.
    public func surges(_ surges: [Surge], reasons: [String: String]) -> Page {
        guard !surges.isEmpty else { return nothing("Tidak ada lonjakan layanan.", "There is no rush at a counter.") }
        let rows = surges.map { surge in
            let seats = vacancies(for: surge)
            return [
                shown(surge.id), state(surge), "\(surge.unitName) (\(surge.agency.text))", surge.service,
                language.number(surge.people), language.number(seats.reduce(0) { $0 + $1.filled }),
                "\(date(surge.from)) – \(date(surge.until))", basis(surge, reasons),
                seats.map { shown($0.id) }.joined(separator: " "),
            ]
        }
        var page = Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Keadaan", "State"), column("Loket", "Counter"),
                        column("Layanan", "Service"), column("Diminta", "Asked", .right),
                        column("Datang", "Came", .right), column("Waktu", "Time"), column("Dasar", "Basis"),
                        column("Lowongan", "Vacancy"),
                    ], rows: rows))
        ])
        page.blocks += helpers(for: surges.filter { $0.ended == nil })
        return page
    }

    /// The vacancies that were opened for a rush.
    func vacancies(for surge: Surge) -> [Vacancy] {
        records.vacancies.filter { $0.group("surge")?["by"]?.string == surge.id.text }
    }

    private func state(_ surge: Surge) -> String {
        if surge.ended != nil { return say("selesai", "over") }
        guard let today = records.today else { return say("berjalan", "running") }
        if today < surge.from { return say("akan datang", "ahead") }
        return today > surge.until ? say("lewat waktunya", "past its last day") : say("berjalan", "running")
    }

    private func basis(_ surge: Surge, _ reasons: [String: String]) -> String {
        let ratio = surge.ratio.map {
            say("data loket \(language.permille($0)) kali", "figures \(language.permille($0)) times")
        }
        let reason = surge.reason.map {
            say("kepala unit: ", "head: ") + (reasons[$0] ?? say("belum diterima", "not here yet"))
        }
        return [ratio, reason].compactMap { $0 }.joined(separator: "; ")
    }

    /// At the desk: whom the standby list has for the seats that are still free.
    private func helpers(for surges: [Surge]) -> [Page.Block] {
        guard own == records.region?.desk else { return [] }
        let lines = surges.flatMap { surge in
            vacancies(for: surge).filter { $0.ended == nil && $0.seatsFree > 0 }.flatMap { vacancy in
                records.standbys.filter { standby in
                    standby.ended == nil && standby.route == vacancy.route
                        && standby.monthsMissing(from: surge.from, until: surge.until.adding(days: 1)).isEmpty
                }.map { standby in
                    "\(person(of: standby.card)): mutasi-coordinator standby call \(shown(standby.id)) --vacancy \(shown(vacancy.id))"
                        + " --start \(surge.from.iso) --return \(surge.until.adding(days: 1).iso) --number N --date D --signer S"
                        + " --standing S"
                }
            }
        }
        guard !lines.isEmpty else { return [] }
        return [.heading(say("Dari daftar siaga", "From the standby list")), .items(lines)]
    }
}
