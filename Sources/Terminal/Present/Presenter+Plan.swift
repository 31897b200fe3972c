import Negotiation
import Personnel
import Planning

/// Plans: the list of variants, what a change does, variants side by side.
extension Presenter {
    public func plans(_ variants: [PlanVariant]) -> Table {
        Table(
            [
                column("Nama", "Name"), column("Gelombang", "Round"), column("Jenis mutasi", "Kind of move"),
                column("Mulai", "Start"), column("Dibuat", "Made"), column("Mutasi", "Moves", .right),
                column("Perubahan", "Changes", .right),
            ],
            rows: variants.map { variant in
                [
                    variant.name, shown(variant.round), variant.route, date(variant.start), date(variant.day),
                    language.number(variant.moves.count), language.number(variant.changes.count),
                ]
            })
    }

    public func planDifference(_ difference: PlanDifference, _ before: PlanReport, _ after: PlanReport) -> Page {
        let text = PlanText(records: after.records, presenter: self)
        func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + language.number(number) }
        var page = Page([
            .title(say("Rencana \(after.variant.name) diubah", "Plan \(after.variant.name) changed")),
            .fields([
                field("Poin", "Score", signed(difference.points)), field("Mutasi", "Moves", signed(difference.moves)),
                field(
                    "Kekurangan terburuk", "Worst shortage",
                    text.shortage(difference.worstBefore) + " → " + text.shortage(difference.worstAfter)),
            ]),
        ])
        guard !difference.affected.isEmpty else {
            page.add(.paragraph(say("Tidak ada orang lain yang terpengaruh.", "Nobody is affected.")))
            return page
        }
        func place(_ seat: String?) -> String {
            seat.map(text.place) ?? say("tetap di tempat", "stays")
        }
        page.add(
            .table(
                Table(
                    [column("Yang terpengaruh", "Affected"), column("Tadinya", "Was"), column("Sekarang", "Now")],
                    rows: difference.affected.map { [text.person($0.person), place($0.was), place($0.now)] })))
        return page
    }

    public func planComparison(_ comparison: PlanComparison, _ reports: [PlanReport]) -> Page {
        let rows = zip(reports, comparison.variants).map { report, one in
            let text = PlanText(records: report.records, presenter: self)
            return [
                report.variant.name, language.number(one.moves), language.number(one.packages),
                language.number(one.points),
                language.number(one.growth.came), text.shortage(one.worst), language.number(one.own.count),
            ]
        }
        var page = Page([
            .table(
                Table(
                    [
                        column("Nama", "Name"), column("Mutasi", "Moves", .right), column("Paket", "Packages", .right),
                        column("Poin", "Score", .right), column("Pengembangan", "Growth", .right),
                        column("Kekurangan terburuk", "Worst shortage"), column("Hanya di sini", "Only here", .right),
                    ], rows: rows))
        ])
        for (report, one) in zip(reports, comparison.variants) where !one.own.isEmpty {
            let text = PlanText(records: report.records, presenter: self)
            page.add(.heading(say("Hanya dalam \(report.variant.name)", "Only in \(report.variant.name)")))
            page.add(.items(one.own.map { "\(text.person($0.person)) → \(text.place($0.to))" }))
        }
        return page
    }
}
