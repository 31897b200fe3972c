import NodeKit
import StrictJSON

/// What an import found and did, in both forms.
enum StaffImportText {
    /// - Parameter isComparison: whether nothing was stored.
    static func answer(
        _ report: ImportReport, result: ImportResult?, cards: Int, copies: [String], isComparison: Bool = false
    ) -> Answer {
        let json = json(report, result, cards, copies, isImported: result != nil && !isComparison)
        return Answer(json, exit: report.isClean ? .done : .badData) { language in
            page(report, result, cards, copies, isComparison, language)
        }
    }

    private static func json(
        _ report: ImportReport, _ result: ImportResult?, _ cards: Int, _ copies: [String], isImported: Bool
    ) -> JSONValue {
        .object([
            ("imported", .boolean(isImported)),
            ("unchanged", .boolean(result?.isUnchanged ?? false)),
            (
                "files",
                .array(
                    report.files.map { .object([("name", .string($0.name)), ("rows", .integer($0.rows))]) })
            ),
            ("badRows", .integer(report.badRowCount)),
            ("errors", .array(report.errors.map(error))),
            (
                "warnings",
                .array(
                    report.warnings.map {
                        .object([
                            ("file", .string($0.file)), ("row", .integer($0.row)), ("column", .string($0.column)),
                            ("code", .string($0.code.rawValue)),
                        ])
                    })
            ),
            ("people", result.map(people) ?? .null),
            ("cards", .integer(cards)),
            ("copies", .array(copies.map(JSONValue.string))),
        ])
    }

    private static func error(_ error: RowError) -> JSONValue {
        .object([("file", .string(error.file))] + error.members)
    }

    private static func people(_ result: ImportResult) -> JSONValue {
        .object(counts(result).map { ($0.code, .integer($0.count)) })
    }

    private static func counts(_ result: ImportResult) -> [(code: String, name: Sentence, count: Int)] {
        [
            ("added", Sentence("Baru", "New"), result.added.count),
            ("changed", Sentence("Berubah", "Changed"), result.changed.count),
            ("moved", Sentence("Pindah di luar sistem", "Moved outside the system"), result.moved.count),
            ("returned", Sentence("Kembali", "Returned"), result.returned.count),
            ("absent", Sentence("Tidak ada lagi dalam berkas", "No longer in the file"), result.absent.count),
            ("awaiting", Sentence("Menunggu SIASN", "Waiting for SIASN"), result.awaiting.count),
            ("older", Sentence("Berkas lebih lama daripada data", "File older than the data"), result.older.count),
        ]
    }

    private static func page(
        _ report: ImportReport, _ result: ImportResult?, _ cards: Int, _ copies: [String], _ isComparison: Bool,
        _ language: Language
    ) -> Page {
        let title =
            switch (result, report.isClean) {
            case (nil, _):
                Sentence("Tidak ada yang diimpor: ada baris yang salah", "Nothing imported: some rows are bad")
            case (let result?, true) where result.isUnchanged: Sentence("Tidak ada yang berubah", "Nothing changed")
            case (_, true) where isComparison:
                Sentence(
                    "Yang akan berubah; belum ada yang disimpan", "What would change; nothing is stored yet")
            case (_, true): Sentence("Impor selesai", "Import done")
            case (_, false): Sentence("Baris yang baik diimpor", "The good rows were imported")
            }
        var page = Page([.title(title[language])])
        if let result {
            let counted = counts(result).filter { $0.count > 0 }
            var fields = counted.map { Page.Field($0.name[language], language.number($0.count)) }
            fields.append(
                Page.Field(
                    Sentence("Kartu dalam kotak keluar", "Cards in the outbox")[language], language.number(cards)))
            page.add(.fields(fields))
            if !isComparison, result.absent.count + result.moved.count > 0 {
                page.add(
                    .advice(
                        Sentence("Ada yang perlu dijelaskan:", "Some of it has to be explained:")[language],
                        command: "mutasi-node staff questions"))
            }
        }
        if !report.isClean {
            add(report, copies, to: &page, language)
        } else if cards > 0 {
            page.add(
                .advice(
                    Sentence("Kirim kartu ke BKD:", "Send the cards to the BKD:")[language], command: "mutasi-node sync"
                ))
        }
        return page
    }

    private static func add(_ report: ImportReport, _ copies: [String], to page: inout Page, _ language: Language) {
        let columns = [
            Table.Column(Sentence("Berkas", "File")[language]),
            Table.Column(Sentence("Baris", "Row")[language], .right),
            Table.Column(Sentence("Kolom", "Column")[language]),
            Table.Column(Sentence("Salahnya", "What is wrong")[language]),
        ]
        page.add(
            .table(
                Table(
                    columns,
                    rows: report.errors.prefix(StaffImportCommand.shownErrors).map { error in
                        let words = Sentences.explanation(.row, error.code.rawValue)
                        return [error.file, "\(error.row)", error.column, words.meaning[language]]
                    })))
        let rest = report.errors.count - StaffImportCommand.shownErrors
        if rest > 0 {
            page.add(
                .paragraph(
                    Sentence("… dan {count} lagi.", "… and {count} more.").text(
                        language, [("count", language.number(rest))])))
        }
        var advice: [String] = []
        for error in report.errors.prefix(StaffImportCommand.shownErrors) {
            let words = Sentences.explanation(.row, error.code.rawValue)
            let line = "\(words.meaning[language]) \(words.advice[language])"
            if !advice.contains(line) {
                advice.append(line)
            }
        }
        page.add(.heading(Sentence("Cara memperbaikinya", "How to correct them")[language]))
        page.add(.items(advice))
        if copies.isEmpty {
            page.add(
                .advice(
                    Sentence(
                        "Salinan baris yang salah untuk diperbaiki:", "To get copies of the bad rows to correct:")[
                            language], command: "mutasi-node staff import FOLDER --bad-rows DIR"))
        } else {
            page.add(
                .heading(
                    Sentence(
                        "Perbaiki salinan ini, lalu impor foldernya", "Correct these copies, then import their folder")[
                            language]))
            page.add(.items(copies))
        }
    }
}

extension RowError {
    /// What is wrong in which cell, as a document says it; the file is the reader's to name.
    var members: [(String, JSONValue)] {
        [
            ("row", .integer(row)), ("column", .string(column)), ("code", .string(code.rawValue)),
            ("value", .optional(value)), ("expected", .string(expected)), ("remedy", .string(code.remedy)),
        ]
    }
}
