import Personnel
import StrictJSON

/// A fit in both forms: every part, what it could become, and what is not known (*data kurang*).
enum FitText {
    /// `{"score","possible":[least,most],"lacksData","parts":{part: points},"weights":{part: weight},"ranges":{part:[least,most]},
    /// "missing":[],"notAsked":[]}`; `ranges` has the parts that missing data can change.
    static func json(_ fit: Fit) -> JSONValue {
        let open = fit.parts.filter { $0.possible.count > 1 }.map { ($0.part.rawValue, range($0.possible)) }
        return .object([
            ("score", .optional(fit.score)), ("possible", range(fit.possible)),
            ("lacksData", .boolean(fit.lacksData)),
            ("parts", .object(fit.parts.map { ($0.part.rawValue, .integer($0.score)) })),
            (
                "weights",
                .object(
                    fit.parts.map { ($0.part.rawValue, .integer($0.weight)) }
                        + fit.gaps.map { ($0.part.rawValue, .integer($0.weight)) })
            ),
            ("ranges", .object(open + fit.gaps.map { ($0.part.rawValue, range($0.possible)) })),
            ("missing", .array(fit.missing.map { .string($0.rawValue) })),
            ("notAsked", .array(fit.notAsked.map { .string($0.rawValue) })),
        ])
    }

    static func range(_ range: ClosedRange<Int>) -> JSONValue {
        .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }

    /// The score with its parts, then what is not known and what it could change.
    static func fields(_ fit: Fit, _ language: Language) -> [Page.Field] {
        let parts = fit.parts.map { "\(name($0.part)[language]) \(points($0.score, $0.possible, language))" }
        var fields = [
            Page.Field(
                Sentence("Kecocokan (0–1000)", "Fit (0–1000)")[language],
                score(fit, language) + (parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"))
        ]
        if fit.lacksData {
            fields.append(Page.Field(Sentence("Data kurang", "Data missing")[language], lacking(fit, language)))
        }
        if !fit.notAsked.isEmpty {
            fields.append(
                Page.Field(
                    Sentence("Tidak ditanyakan", "Not asked")[language],
                    fit.notAsked.map { name($0)[language] }.joined(separator: ", ")))
        }
        return fields
    }

    /// Every part on a line of its own, with its weight and what it could become.
    static func table(_ fit: Fit, _ language: Language) -> Table {
        let known = fit.parts.map { part in
            [
                name(part.part)[language], language.number(part.score), language.number(part.weight),
                part.possible.count > 1 ? span(part.possible, language) : "",
            ]
        }
        let gaps = fit.gaps.map { gap in
            [
                name(gap.part)[language], Sentence("data kurang", "data missing")[language],
                language.number(gap.weight), span(gap.possible, language),
            ]
        }
        let notAsked = fit.notAsked.map { part in
            [name(part)[language], Sentence("tidak ditanyakan", "not asked")[language], "", ""]
        }
        return Table(
            [
                Table.Column(Sentence("Bagian", "Part")[language]),
                Table.Column(Sentence("Nilai", "Points")[language], .right),
                Table.Column(Sentence("Bobot", "Weight")[language], .right),
                Table.Column(Sentence("Dapat menjadi", "Could be")[language]),
            ], rows: known + gaps + notAsked)
    }

    /// `812`, and `812 (780–860)` where missing data can change it.
    static func score(_ fit: Fit, _ language: Language) -> String {
        fit.score.map { points($0, fit.possible, language) } ?? "- (\(span(fit.possible, language)))"
    }

    /// `1`, and `1–3` where missing data or a tie leaves it open.
    static func place(_ place: FitRanking.Place, _ language: Language) -> String {
        place.isCertain
            ? language.number(place.best)
            : "\(language.number(place.best))–\(language.number(place.worst))"
                + Sentence(
                    " (seri atau data kurang: dipilih orang, dengan alasan)",
                    " (a tie or missing data: people choose, with a reason)")[language]
    }

    private static func lacking(_ fit: Fit, _ language: Language) -> String {
        let parts = fit.missing + fit.parts.filter { $0.weight > 0 && $0.possible.count > 1 }.map(\.part)
        return parts.map { name($0)[language] }.joined(separator: ", ")
            + Sentence(
                "; bobotnya dibagi ke bagian lain, dan hanya rentangnya yang menentukan",
                "; its weight is shared among the others, and the range alone decides")[language]
    }

    private static func points(_ points: Int, _ possible: ClosedRange<Int>, _ language: Language) -> String {
        language.number(points) + (possible.count > 1 ? " (\(span(possible, language)))" : "")
    }

    private static func span(_ range: ClosedRange<Int>, _ language: Language) -> String {
        "\(language.number(range.lowerBound))–\(language.number(range.upperBound))"
    }

    static func name(_ part: FitPart) -> Sentence {
        switch part {
        case .competence: Sentence("kompetensi", "competence")
        case .education: Sentence("pendidikan", "education")
        case .appraisals: Sentence("penilaian kinerja", "appraisals")
        case .experience: Sentence("pengalaman", "experience")
        case .counters: Sentence("pengalaman loket", "counter experience")
        case .talent: Sentence("kotak talenta", "talent box")
        case .ownWish: Sentence("keinginan pegawai", "own wish")
        case .receiverWish: Sentence("keinginan penerima", "receiver's wish")
        case .district: Sentence("jarak kecamatan", "district distance")
        }
    }
}
