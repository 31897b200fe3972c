import Testing

@testable import Simulation

/// The people and the needs that the story of the city rests on, whatever the seed.
struct CityStoryTests {
    private static let post = "Operator Layanan Operasional"
    private static let competence = "teknis-perizinan"
    private static let offices = ["bkpp", "disdukcapil", "dpmptsp", "diskominfo"]

    private static let cities = Result {
        let recipes =
            try (1...4).map { try CityRecipe(seed: $0) } + [
                CityRecipe(agencies: 60, people: 600, seed: 7), CityRecipe(agencies: 12, people: 3_000, seed: 8),
                CityRecipe(seed: 9, today: "2031-07-20"),
            ]
        return recipes.map { CityTables(.generate($0), only: offices) }
    }

    private func operators(_ tables: CityTables, _ code: String) throws -> [[String: String]] {
        try tables.rows(code, "staff").filter { $0["JABATAN NAMA"] == Self.post }
    }

    /// Civil servants, two to five years in the post, rated *Baik* or better in the last two years, neither punished nor
    /// on leave, with every competence of the permit counter's standard measured and none but that of permits too low.
    private func candidates(_ tables: CityTables) throws -> [[String: String]] {
        let day = tables.city.recipe.day
        let years = [day.year - 1, day.year - 2].map(String.init)
        let standard = try standard(tables).filter { $0.key != Self.competence }
        let appraisals = Dictionary(grouping: try tables.rows("disdukcapil", "rw_skp22")) { $0["NIP BARU"] ?? "" }
        let absent =
            try tables.rows("disdukcapil", "rw_hukdis") + tables.rows("disdukcapil", "rw_cltn")
        let absentees = Set(absent.map { $0["NIP BARU"] ?? "" })
        return try operators(tables, "disdukcapil").filter { row in
            let nip = row["NIP BARU"] ?? ""
            let since = try #require(WrittenDate(row["TMT JABATAN"] ?? "")).iso
            let months = try #require(CityDay(iso: since)).fullMonths(until: day)
            let good = (appraisals[nip] ?? []).filter { ["Baik", "Sangat Baik"].contains($0["kuadranKinerja"]) }
            let levels = try levels(of: nip, tables)
            return row["STATUS CPNS PNS"] == "PNS" && (24...60).contains(months) && !absentees.contains(nip)
                && years.allSatisfy { year in good.contains { $0["tahun"] == year } }
                && standard.allSatisfy { (levels[$0.key] ?? 0) >= $0.value } && levels[Self.competence] != nil
        }
    }

    private func levels(of nip: String, _ tables: CityTables) throws -> [String: Int] {
        let scores = try tables.rows("disdukcapil", "kompetensi").filter { $0["NIP BARU"] == nip }
        return scores.reduce(into: [:]) { $0[$1["KOMPETENSI"] ?? ""] = $1["LEVEL"].flatMap(Int.init) }
    }

    /// What the permit office asks of the post.
    private func standard(_ tables: CityTables) throws -> [String: Int] {
        let posts = try tables.rows("dpmptsp", "Referensi-Jabatan-Pelaksana").filter { $0["Nama"] == Self.post }
        let id = try #require(posts.first?["ID"])
        return try tables.rows("dpmptsp", "standar-jabatan")
            .filter { $0["JABATAN ID"] == id && $0["JENIS"] == "kompetensi" }
            .reduce(into: [:]) { $0[$1["KODE"] ?? ""] = $1["NILAI"].flatMap(Int.init) }
    }

    @Test func populationOfficeHasThreeCandidates() throws {
        for tables in try Self.cities.get() {
            #expect(try candidates(tables).count >= 3)
        }
    }

    @Test func noCandidateHasThePermitCompetenceAtTheLevelAsked() throws {
        for tables in try Self.cities.get() {
            let asked = try #require(standard(tables)[Self.competence])
            #expect(asked == 2)
            for row in try candidates(tables) {
                #expect(try levels(of: row["NIP BARU"] ?? "", tables)[Self.competence] == 1)
            }
            for row in try tables.rows("disdukcapil", "kompetensi") where row["KOMPETENSI"] == Self.competence {
                #expect(try #require(row["LEVEL"].flatMap(Int.init)) < asked)
            }
        }
    }

    @Test func theGapIsOneThatTrainingCloses() throws {
        for tables in try Self.cities.get() {
            // The permit office's own operators came to the level in this way.
            let trained = try tables.rows("dpmptsp", "rw_diklat").filter { $0["KOMPETENSI"] == Self.competence }
            let people = Set(trained.map { $0["NIP BARU"] })
            #expect(try operators(tables, "dpmptsp").allSatisfy { people.contains($0["NIP BARU"]) })
            for code in ["bkpp", "diskominfo"] {
                let staff = try tables.rows(code, "staff")
                #expect(staff.contains { $0["JABATAN NAMA"]?.hasPrefix("Widyaiswara") == true })
            }
        }
    }

    @Test func permitOfficeIsShortOfOperators() throws {
        for tables in try Self.cities.get() {
            let id = try #require(operators(tables, "dpmptsp").first?["JABATAN ID"])
            let needs = try tables.needs("dpmptsp").filter { $0.key.post == id }
            let holders = try tables.holders("dpmptsp")
            #expect(needs.allSatisfy { $0.value >= holders[$0.key] ?? 0 })
            #expect(needs.contains { $0.value >= (holders[$0.key] ?? 0) + 2 })
        }
    }

    @Test func candidatesStandAtACounterThatCanGive() throws {
        for tables in try Self.cities.get() {
            let needs = try tables.needs("disdukcapil")
            let holders = try tables.holders("disdukcapil")
            let lines = try candidates(tables).map(CityTables.Line.init)
            let giving = lines.filter { line in needs[line].map { $0 < holders[line] ?? 0 } ?? false }
            #expect(giving.count >= 3)
        }
    }

    @Test func everyAgencyOfTheDefaultHasPostsOfSeveralFamilies() throws {
        for seed in UInt64(1)...3 {
            let tables = CityTables(
                .generate(try CityRecipe(seed: seed)), only: ["dinkes", "disdik", "dinsos", "bapenda", "dishub"])
            for code in tables.codes {
                let families = try tables.families(code)
                let held = Set(try tables.rows(code, "staff").compactMap { families[$0["JABATAN ID"] ?? ""] })
                #expect(held.subtracting(["Manajerial"]).count >= 3)
            }
        }
    }
}
