import Negotiation
import Personnel
import StrictJSON

/// Notices: what changed for an agency without an act of its own.
extension Presenter {
    /// How many days a notice stands in `todo`.
    static let noticeDays = 14

    public func notices(_ notices: [Notice]) -> Page {
        guard !notices.isEmpty else { return nothing("Tidak ada pemberitahuan.", "There are no notices.") }
        return Page([
            .table(
                Table(
                    [
                        column("Hari", "Day"), column("Perangkat daerah", "Agency"), column("Tentang", "About"),
                        column("Isi", "What"),
                    ], rows: notices.map { [date($0.day), agency($0.agency), about($0), text($0)] }))
        ])
    }

    /// One line for each notice of the last days, alarms first.
    func recentNotices() -> [String] {
        guard let today = records.today else { return [] }
        let recent = records.notices.filter { $0.day.days(until: today) <= Self.noticeDays }
        let (alarms, others) = (recent.filter { $0.code == .copySeen }, recent.filter { $0.code != .copySeen })
        return (alarms + others.reversed()).map { "\(agency($0.agency)), \(about($0)): \(text($0))" }
    }

    /// The alarms of the last days.
    func alarms() -> [String] {
        guard let today = records.today else { return [] }
        return records.notices.filter { $0.code == .copySeen && $0.day.days(until: today) <= Self.noticeDays }
            .map { "\(agency($0.agency)), \(about($0)): \(text($0))" }
    }

    /// The alarm about copies of a node; nil when there is none.
    func alarm(_ node: NodeID) -> String? {
        let alarms = records.notices.filter { $0.code == .copySeen && $0.node == node }
        return alarms.isEmpty ? nil : alarms.map(counts).joined(separator: "; ")
    }

    private func text(_ notice: Notice) -> String {
        let words = word(.notice, notice.code.rawValue)
        if notice.code == .onBehalf, let detail = try? JSON(parsing: notice.detail.encoded) {
            let what = [
                notice.detailed("kind").map { word(.operation, $0) }, detail["letter"]?["number"]?.string,
                detail["letter"]?["date"]?.string.map { date(text: $0) },
            ]
            return "\(words): " + what.compactMap { $0 }.joined(separator: ", ")
        }
        return notice.code == .copySeen ? "\(words) (\(counts(notice)))" : words
    }

    private func counts(_ notice: Notice) -> String {
        let times = (try? JSON(parsing: notice.detail.encoded))?["times"]?.integer ?? 1
        let (first, last) = (notice.detailed("first") ?? "-", notice.detailed("last") ?? "-")
        return say(
            "\(language.number(times)) kali, pertama \(first), terakhir \(last)",
            "\(language.number(times)) times, first \(first), last \(last)")
    }

    private func about(_ notice: Notice) -> String {
        if let node = notice.node { return say("simpul \(node.text)", "node \(node.text)") }
        if let record = notice.record { return about(record) }
        return notice.operation.map { ShortID.text($0) } ?? "-"
    }
}
