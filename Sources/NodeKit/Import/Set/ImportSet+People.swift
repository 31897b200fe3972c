import Personnel

/// What the rows of the files about people say.
extension ImportSet {
    static func appraisal(_ cells: inout RowReader) -> Appraisal? {
        let year = cells.requiredNumber("tahun", in: 1990...CivilDate.years.upperBound)
        let expectation = "Diatas, Sesuai or Dibawah Ekspektasi"
        let results = cells.optionalWord("hasilKinerja", expectation, SKPRating.Expectation.init(parsing:))
        let behaviour = cells.optionalWord("perilakuKerja", expectation, SKPRating.Expectation.init(parsing:))
        var rating = cells.optionalWord(
            "kuadranKinerja", "Sangat Baik, Baik, Butuh Perbaikan, Kurang or Sangat Kurang", SKPRating.init(parsing:))
        if rating == nil, cells.optional("kuadranKinerja") == nil {
            // Older exports leave the quadrant to the reader.
            if let results, let behaviour {
                rating = SKPRating(results: results, behaviour: behaviour)
            } else {
                cells.refuse(
                    "kuadranKinerja", nil, .missingValue, "a rating, or both hasilKinerja and perilakuKerja")
            }
        }
        guard let year, let rating else { return nil }
        return Appraisal(year: year, rating: rating)
    }

    static func competence(_ cells: inout RowReader) -> CompetenceScore? {
        let code = competenceCode(&cells, "KOMPETENSI", isRequired: true)
        let level = cells.requiredNumber("LEVEL", in: Competence.levels)
        let date = cells.requiredDate("TANGGAL")
        guard let code, let level, let date else { return nil }
        return CompetenceScore(competence: code, level: level, assessed: date)
    }

    static func training(_ cells: inout RowReader) -> Training? {
        let name = cells.required("nama", "the name of the training")
        let hours = cells.requiredNumber("jumlahJam", in: 0...10_000)
        let date = cells.requiredDate("tanggal")
        let code = competenceCode(&cells, "KOMPETENSI", isRequired: false)
        guard let name, let hours, let date else { return nil }
        return Training(name: name, hours: hours, date: date, competence: code)
    }

    static func placement(_ cells: inout RowReader) -> Placement? {
        let id = cells.required("JABATAN ID", "the id of the post")
        let name = cells.required("JABATAN NAMA", "the name of the post")
        let from = cells.requiredDate("tmtJabatan")
        guard let id, let name, let from else { return nil }
        return Placement(
            postID: id, postName: name, unitID: cells.optional("UNOR ID"), from: from,
            decree: cells.optional("nomorSk"), move: cells.optional("jenisMutasi"))
    }

    static func sanction(_ cells: inout RowReader) -> Sanction? {
        let kind = cells.required("jenis", "what the sanction is")
        let level = cells.word("tingkat", "Ringan, Sedang or Berat", Sanction.Level.init(parsing:))
        let from = cells.requiredDate("hukumanTanggal")
        let until = cells.optionalDate("akhirHukumTanggal")
        let days = span(&cells, from, until, "akhirHukumTanggal")
        guard let kind, let level, let from, days != nil else { return nil }
        return Sanction(kind: kind, level: level, from: from, until: until)
    }

    static func leave(_ cells: inout RowReader) -> Leave? {
        let kind = cells.word("jenis", "tugas belajar, ikatan dinas or cltn", Leave.Kind.init(parsing:))
        let from = cells.requiredDate("tanggalAwal")
        let until = cells.optionalDate("tanggalAkhir")
        let days = span(&cells, from, until, "tanggalAkhir")
        guard let kind, let days else { return nil }
        return Leave(kind: kind, span: days)
    }

    static func certificate(_ cells: inout RowReader) -> Certificate? {
        let kind = cells.required("jenis", "the kind of certificate")
        let validUntil = cells.optionalDate("berlakuSampai")
        guard let kind else { return nil }
        return Certificate(
            kind: kind, number: cells.optional("nomor") ?? "", issuer: cells.optional("penerbit") ?? "",
            place: cells.optional("tempat"), validUntil: validUntil)
    }

    static func counterDuty(_ cells: inout RowReader) -> CounterExperience? {
        let service = cells.required("LAYANAN", "the service of the counter")
        let from = cells.requiredDate("DARI")
        let until = cells.optionalDate("SAMPAI")
        let days = span(&cells, from, until, "SAMPAI")
        guard let service, let days else { return nil }
        return CounterExperience(service: service, span: days)
    }

    /// Nil without a first day, and with an error when the last one lies before it.
    private static func span(
        _ cells: inout RowReader, _ from: CivilDate?, _ until: CivilDate?, _ column: String
    ) -> DatedSpan? {
        guard let from else { return nil }
        let span = DatedSpan(from: from, until: until)
        if span == nil {
            cells.refuse(column, until?.iso, .endBeforeStart, "a date not before \(from.iso)")
        }
        return span
    }

    /// Scores with one decimal at most, 0 to 100, as talent files write them: `87,5`.
    static func talent(_ cells: inout RowReader) -> TalentScore? {
        let performance = score(&cells, "KINERJA")
        let potential = score(&cells, "POTENSI")
        let date = cells.requiredDate("TANGGAL")
        guard let performance, let potential, let date else { return nil }
        return TalentScore(performance: performance, potential: potential, assessed: date)
    }

    private static func score(_ cells: inout RowReader, _ column: String) -> Int? {
        let expected = "a score from 0 to 100 with at most one decimal, such as 87,5"
        guard let text = cells.required(column, expected) else { return nil }
        guard let score = tenths(text), TalentScore.range.contains(score) else {
            cells.refuse(column, text, .badNumber, expected)
            return nil
        }
        return score
    }

    /// A number with one decimal at most, after a comma or a point.
    private static func tenths(_ text: String) -> Int? {
        let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count <= 2, let whole = CellText.number(parts[0], digits: 1...9),
            let tenth = parts.count == 1 ? 0 : CellText.number(parts[1], digits: 1...1)
        else { return nil }
        return whole * 10 + tenth
    }
}
