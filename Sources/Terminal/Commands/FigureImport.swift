import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// What came of reading a file of figures, in both forms.
enum FigureImport {
    /// The largest file: a year of days of a hundred services at a hundred counters.
    static let byteLimit = 64 << 20
    /// Bad rows shown on the page; `--json` has all of them.
    private static let shownErrors = 20

    /// Stores the good rows when all are good, or when the operator takes them although others are bad.
    ///
    /// `{"imported","rows","changed","errors":[{"row","column","code","value","expected","remedy"}]}`
    static func answer<Figure>(
        _ file: FigureFile<Figure>, acceptGoodRows: Bool, store: ([Figure]) throws -> Int
    ) rethrows -> Answer {
        let isTaken = file.errors.isEmpty || acceptGoodRows
        let changed = isTaken ? try store(file.figures) : 0
        let json = JSONValue.object([
            ("imported", .boolean(isTaken)), ("rows", .integer(file.rows)), ("changed", .integer(changed)),
            (
                "errors",
                .array(
                    file.errors.map { .object($0.members) })
            ),
        ])
        let (errors, rows) = (file.errors, file.rows)
        return Answer(json, exit: errors.isEmpty ? .done : .badData) { language in
            page(errors, rows: rows, changed: isTaken ? changed : nil, language)
        }
    }

    private static func page(_ errors: [RowError], rows: Int, changed: Int?, _ language: Language) -> Page {
        let title =
            switch (changed, errors.isEmpty) {
            case (nil, _):
                Sentence("Tidak ada yang diimpor: ada baris yang salah", "Nothing imported: some rows are bad")
            case (0, true): Sentence("Tidak ada yang berubah", "Nothing changed")
            case (_, true): Sentence("Impor selesai", "Import done")
            case (_, false): Sentence("Baris yang baik diimpor", "The good rows were imported")
            }
        var page = Page([
            .title(title[language]),
            .fields([
                Page.Field(Sentence("Baris", "Rows")[language], language.number(rows)),
                Page.Field(
                    Sentence("Baru atau berubah", "New or changed")[language], changed.map(language.number) ?? "-"),
            ]),
        ])
        guard !errors.isEmpty else { return page }
        page.add(
            .table(
                Table(
                    [
                        Table.Column(Sentence("Baris", "Row")[language], .right),
                        Table.Column(Sentence("Kolom", "Column")[language]),
                        Table.Column(Sentence("Nilai", "Value")[language]),
                        Table.Column(Sentence("Salahnya", "What is wrong")[language]),
                    ],
                    rows: errors.prefix(shownErrors).map { error in
                        [
                            "\(error.row)", error.column, error.value ?? "",
                            Sentences.explanation(.row, error.code.rawValue).meaning[language],
                        ]
                    })))
        let rest = errors.count - shownErrors
        if rest > 0 {
            page.add(
                .paragraph(
                    Sentence("… dan {count} lagi.", "… and {count} more.").text(
                        language, [("count", language.number(rest))])))
        }
        page.add(
            .paragraph(
                Sentence(
                    "Perbaiki baris itu dan impor lagi, atau ambil baris yang baik saja dengan --accept-good-rows.",
                    "Correct the rows and import again, or take the good ones alone with --accept-good-rows.")[language]
            ))
        return page
    }
}
