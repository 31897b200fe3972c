import Personnel
import StrictJSON

/// Service quality of units, in both forms.
struct ServiceBoard: Sendable {
    struct Row: Sendable {
        var unit: String
        var name: String
        /// By time.
        var figures: [ServiceFigure]
        /// Nil where nobody has started yet.
        var comparison: ServiceComparison?
    }

    var rows: [Row]

    /// `{"units":[{"unit","name","figures":[{"from","until","skm","grade","queueMinutes","entered"}],"firstStart","skm","queue"}]}`;
    /// a comparison is `{"finding","before"?,"after"?,"cautions":[]}`.
    var json: JSONValue {
        .object([
            (
                "units",
                .array(
                    rows.map { row in
                        .members([
                            ("unit", .string(row.unit)), ("name", .string(row.name)),
                            ("figures", .array(row.figures.map(Self.json))),
                            ("firstStart", row.comparison.map { .string($0.firstStart.iso) }),
                            ("skm", row.comparison.map { Self.json($0.skm) }),
                            ("queue", row.comparison.map { Self.json($0.queueMinutes) }),
                        ])
                    })
            )
        ])
    }

    private static func json(_ figure: ServiceFigure) -> JSONValue {
        .object([
            ("from", .string(figure.span.from.iso)), ("until", .optional(figure.span.until?.iso)),
            ("skm", .optional(figure.skmHundredths)), ("grade", .optional(figure.grade?.rawValue)),
            ("queueMinutes", .optional(figure.queueMinutes)), ("entered", .string(figure.entered.iso)),
        ])
    }

    private static func json(_ finding: ServiceComparison.Finding) -> JSONValue {
        switch finding {
        case .noBaseline: .object([("finding", "no-baseline")])
        case .noFigureAfter(let before): .object([("finding", "no-figure-after"), ("before", .integer(before))])
        case .changed(let before, let after, let cautions):
            .object([
                ("finding", "changed"), ("before", .integer(before)), ("after", .integer(after)),
                ("cautions", .array(cautions.map { .string($0.rawValue) })),
            ])
        }
    }

    func page(_ language: Language) -> Page {
        func say(_ indonesian: String, _ english: String) -> String { Sentence(indonesian, english)[language] }
        guard !rows.isEmpty else {
            return Page([
                .paragraph(say("Belum ada data mutu layanan.", "Nothing was measured yet.")),
                .advice(
                    say("Masukkan sebelum pegawai pertama mulai:", "Import it before the first person starts:"),
                    command: "mutasi-node service import FILE"),
            ])
        }
        var page = Page()
        for row in rows {
            page.add(.heading("\(row.name) [\(row.unit)]"))
            page.add(
                .table(
                    Table(
                        [
                            Table.Column(say("Waktu", "Time")), Table.Column("SKM", .right),
                            Table.Column(say("Mutu", "Grade")),
                            Table.Column(say("Antre (menit)", "Queue (minutes)"), .right),
                        ],
                        rows: row.figures.map { figure in
                            [
                                language.date(figure.span.from)
                                    + (figure.span.until.map { " – " + language.date($0) } ?? ""),
                                figure.skmHundredths.map(language.hundredths) ?? "-", figure.grade?.rawValue ?? "-",
                                figure.queueMinutes.map(language.number) ?? "-",
                            ]
                        })))
            guard let comparison = row.comparison else {
                page.add(.paragraph(say("Belum ada pegawai yang mulai.", "Nobody has started there yet.")))
                continue
            }
            page.add(
                .fields([
                    Page.Field(
                        say("Pegawai pertama mulai", "First start"), language.date(comparison.firstStart)),
                    Page.Field("SKM", said(comparison.skm, language, language.hundredths)),
                    Page.Field(say("Antre", "Queue"), said(comparison.queueMinutes, language, language.number)),
                ]))
        }
        return page
    }

    private func said(
        _ finding: ServiceComparison.Finding, _ language: Language, _ number: (Int) -> String
    ) -> String {
        switch finding {
        case .noBaseline:
            return Sentence(
                "tidak ada data sebelum pegawai mulai, jadi perubahan tidak dapat dinyatakan",
                "no figure from before the first start, so nothing can be said about a change")[language]
        case .noFigureAfter(let before):
            return Sentence("sebelum {before}; sesudahnya belum diukur", "before {before}; not measured since").text(
                language, [("before", number(before))])
        case .changed(let before, let after, let cautions):
            let text = Sentence("{before} menjadi {after}", "{before} to {after}").text(
                language, [("before", number(before)), ("after", number(after))])
            let words = cautions.map { Sentences.word(.term, $0.rawValue, language) }
            return words.isEmpty ? text : "\(text) (\(language.list(words)))"
        }
    }
}
