import Negotiation
import Personnel
import StrictJSON

/// Rushes at counters.
extension Presenter {
    /// - Parameter reasons: the heads' reasons by attachment, as far as they have come.
    public func surges(_ surges: [Surge], reasons: [String: String]) -> Page {
        guard !surges.isEmpty else { return nothing("Tidak ada lonjakan layanan.", "There is no rush at a counter.") }
        let rows = surges.map { surge in
            let seats = records.vacancies(for: surge)
            return [
                shown(surge.id), state(surge), "\(surge.unitName) (\(surge.agency.text))", surge.service,
                language.number(surge.people), surge.computed.map(language.number) ?? "-",
                language.number(seats.reduce(0) { $0 + $1.filled }),
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
                        column("Menurut data", "By figures", .right), column("Datang", "Came", .right),
                        column("Waktu", "Time"), column("Dasar", "Basis"),
                        column("Lowongan", "Vacancy"),
                    ], rows: rows))
        ])
        if own == records.region?.desk {
            for surge in surges where todo.lines(of: surge).contains(where: { $0.who == own }) {
                page.add(
                    .advice(
                        say("Siapa yang dapat dipanggil:", "Who can be called:"),
                        command: "mutasi-coordinator surge people \(shown(surge.id))"))
            }
        }
        return page
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
}
