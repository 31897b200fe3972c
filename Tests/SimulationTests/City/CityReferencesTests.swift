import Testing

@testable import Simulation

/// Every id refers to a row that exists, in the files of the same agency.
struct CityReferencesTests {
    private static let wide = Result { CityTables(.generate(try CityRecipe(agencies: 60, people: 200, seed: 9))) }

    private static func cities() throws -> [CityTables] {
        [try CityTables.standard.get(), try wide.get()]
    }

    private static func ids(_ rows: [[String: String]], _ column: String) -> Set<String> {
        Set(rows.map { $0[column] ?? "" })
    }

    @Test func postsAreInTheReferenceOfTheirKind() throws {
        let files = [
            "Jabatan Struktural": "Referensi-Jabatan-Struktural", "Jabatan Fungsional": "Referensi-Jabatan-Fungsional",
            "Jabatan Pelaksana": "Referensi-Jabatan-Pelaksana",
        ]
        for tables in try Self.cities() {
            for code in tables.codes {
                for (kind, file) in files {
                    let held = try tables.rows(code, "staff").filter { $0["JENIS JABATAN NAMA"] == kind }
                    #expect(Self.ids(held, "JABATAN ID").isSubset(of: Self.ids(try tables.rows(code, file), "ID")))
                }
            }
        }
    }

    @Test(arguments: ["staff", "rw_jabatan", "abk", "standar-jabatan"])
    func postsExist(file: String) throws {
        for tables in try Self.cities() {
            for code in tables.codes {
                let posts = Set(try tables.families(code).keys)
                #expect(Self.ids(try tables.rows(code, file), "JABATAN ID").isSubset(of: posts))
            }
        }
    }

    @Test(arguments: ["staff", "rw_jabatan", "abk"])
    func unitsExist(file: String) throws {
        for tables in try Self.cities() {
            for code in tables.codes {
                let units = Self.ids(try tables.rows(code, "HierarkiUnor"), "ID")
                #expect(Self.ids(try tables.rows(code, file), "UNOR ID").isSubset(of: units))
            }
        }
    }

    @Test func unitsAreATreeUnderOneRoot() throws {
        for tables in try Self.cities() {
            for code in tables.codes {
                let units = try tables.rows(code, "HierarkiUnor")
                #expect(Self.ids(units, "ID").count == units.count)
                #expect(units.count { $0["ID_ATASAN"] == "" } == 1)
                var known: Set<String> = [""]
                for unit in units {
                    // Superiors come first, so there is no way round in a circle.
                    #expect(known.contains(unit["ID_ATASAN"] ?? "?"))
                    #expect(unit["KECAMATAN"] != "")
                    known.insert(unit["ID"] ?? "")
                }
                let heads = try tables.rows(code, "Referensi-Jabatan-Struktural")
                #expect(Self.ids(heads, "Nama_unor").isSubset(of: Self.ids(units, "NAMA_UNOR")))
                #expect(Self.ids(heads, "ID").count == heads.count)
            }
        }
    }

    @Test(arguments: [
        "rw_skp22", "kompetensi", "rw_diklat", "rw_jabatan", "rw_hukdis", "rw_cltn", "sertifikat", "pengalaman-loket",
    ])
    func peopleExist(file: String) throws {
        for tables in try Self.cities() {
            for code in tables.codes {
                let people = Self.ids(try tables.rows(code, "staff"), "NIP BARU")
                #expect(Self.ids(try tables.rows(code, file), "NIP BARU").isSubset(of: people))
            }
        }
    }

    @Test func idsAreTheSamePostInEveryAgency() throws {
        var names: [String: String] = [:]
        for tables in try Self.cities() {
            for code in tables.codes {
                let posts =
                    try tables.rows(code, "Referensi-Jabatan-Fungsional")
                    + tables.rows(code, "Referensi-Jabatan-Pelaksana")
                for post in posts {
                    let id = try #require(post["ID"])
                    #expect(id.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
                    #expect(names[id] == nil || names[id] == post["Nama"])
                    names[id] = post["Nama"]
                }
            }
        }
        #expect(Set(names.values).count == names.count)
    }

    @Test func everyHeldPostHasAStandard() throws {
        for tables in try Self.cities() {
            for code in tables.codes {
                let standards = Self.ids(try tables.rows(code, "standar-jabatan"), "JABATAN ID")
                #expect(Self.ids(try tables.rows(code, "staff"), "JABATAN ID").isSubset(of: standards))
            }
        }
    }
}
