import Testing

@testable import Simulation

/// The files of some agencies of a city, read back from their bytes.
struct CityTables {
    /// The city that a recipe gives when only a seed is named.
    static let standard = Result { CityTables(.generate(try CityRecipe(seed: 1))) }

    let city: City
    let codes: [String]
    private let tables: [String: CityTable]

    init(_ city: City, only codes: [String]? = nil) {
        self.city = city
        self.codes = codes ?? city.agencyCodes
        let wanted = Set(self.codes)
        var tables: [String: CityTable] = [:]
        for agency in city.agencies where wanted.contains(agency.plan.code) {
            for (path, bytes) in AgencyFiles(agency: agency, day: city.recipe.day).all() {
                tables[path] = CityTable(bytes)
            }
        }
        self.tables = tables
    }

    func table(_ code: String, _ file: String) throws -> CityTable {
        try #require(tables["\(code)/\(file).csv"])
    }

    func rows(_ code: String, _ file: String) throws -> [[String: String]] {
        try table(code, file).rows
    }

    /// Family by id of every post that the agency's reference files name.
    func families(_ code: String) throws -> [String: String] {
        var families: [String: String] = [:]
        for file in ["Referensi-Jabatan-Fungsional", "Referensi-Jabatan-Pelaksana"] {
            for row in try rows(code, file) {
                families[row["ID"] ?? ""] = row["RUMPUN"]
            }
        }
        for row in try rows(code, "Referensi-Jabatan-Struktural") {
            families[row["ID"] ?? ""] = "Manajerial"
        }
        return families
    }

    /// People needed after the workload analysis by post and unit, at 75,000 minutes a year, to the nearest.
    func needs(_ code: String) throws -> [Line: Int] {
        var minutes: [Line: Int] = [:]
        for row in try rows(code, "abk") {
            let volume = try #require(row["VOLUME"].flatMap(Int.init))
            let norm = try #require(row["NORMA WAKTU"].flatMap(Int.init))
            minutes[Line(row), default: 0] += volume * norm
        }
        return minutes.mapValues { ($0 + 37_500) / 75_000 }
    }

    func holders(_ code: String) throws -> [Line: Int] {
        try rows(code, "staff").reduce(into: [:]) { $0[Line($1), default: 0] += 1 }
    }

    /// A post in a unit.
    struct Line: Hashable {
        let post: String
        let unit: String

        init(_ row: [String: String]) {
            post = row["JABATAN ID"] ?? ""
            unit = row["UNOR ID"] ?? ""
        }
    }
}
