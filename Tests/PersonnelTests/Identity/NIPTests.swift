import Personnel
import Testing

struct NIPTests {
    @Test func partsAreReadFromThePlaces() throws {
        let nip = try NIP(parsing: "199005172015032001")
        #expect(nip.birthDate == (try day("1990-05-17")))
        #expect(nip.entry == .month(year: 2015, month: 3))
        #expect(nip.sex == .female)
        #expect(nip.serial == 1)
        #expect(nip.text == "199005172015032001")
        #expect(nip.entryDate == (try day("2015-03-01")))
    }

    @Test func codeThatIsNoMonthIsAContract() throws {
        let nip = try NIP(parsing: "198811302022211007")
        #expect(nip.entry == .pppk(year: 2022, code: 21))
        #expect(nip.entryDate == nil)
        #expect(nip.service(on: try day("2025-01-01")) == nil)
    }

    @Test(arguments: [
        ("1,98E+17", NIPError.Code.damagedBySpreadsheet), ("1.98E+17", .damagedBySpreadsheet),
        ("1.98012e17", .damagedBySpreadsheet), ("1E17", .damagedBySpreadsheet),
        ("199005172015032000", .damagedBySpreadsheet), ("199005172015030000", .damagedBySpreadsheet),
        ("'199005172015032001", .notDigits), ("19900517 201503 2 001", .notDigits), ("1990051720150320O1", .notDigits),
        ("19900517201503200１", .notDigits), ("E", .notDigits), ("+199005172015032001", .notDigits),
        ("", .wrongLength), ("19900517201503200", .wrongLength), ("1990051720150320010", .wrongLength),
        ("132045678", .wrongLength),
        ("199002302015032001", .impossibleBirthDate), ("189905172015032001", .impossibleBirthDate),
        ("199013172015032001", .impossibleBirthDate),
        ("199005172015002001", .impossibleEntry), ("199005170015032001", .impossibleEntry),
        ("199005172015030001", .impossibleSex), ("199005172015033001", .impossibleSex),
        ("199005172005042001", .impossibleAgeAtEntry), ("195005172011062001", .impossibleAgeAtEntry),
        ("199005171985032001", .impossibleAgeAtEntry), ("199005172004211001", .impossibleAgeAtEntry),
    ])
    func faultIsNamed(text: String, code: NIPError.Code) {
        let error = #expect(throws: NIPError.self) {
            _ = try NIP(parsing: text)
        }
        #expect(error?.code == code)
        #expect(error?.expected.isEmpty == false)
        #expect(text.count < 9 || error?.message.contains(text) == false)
    }

    @Test(arguments: ["199005172005062001", "195005172011052001", "199005172005211001", "195005172011211001"])
    func ageAtEntryIsAllowedUpToItsBounds(text: String) {
        #expect(throws: Never.self) {
            _ = try NIP(parsing: text)
        }
    }

    @Test func ageAndServiceTurnOnTheirDay() throws {
        let nip = try NIP(parsing: "199005172015032001")
        #expect(nip.age(on: try day("2026-05-16")) == 35)
        #expect(nip.age(on: try day("2026-05-17")) == 36)
        #expect(nip.service(on: try day("2026-02-28")) == ServiceLength(totalMonths: 10 * 12 + 11))
        #expect(nip.service(on: try day("2026-03-01")) == ServiceLength(totalMonths: 11 * 12))
    }

    @Test(arguments: [
        ("196712312000031001", 58, "2026-01-01"), ("196801012000031001", 58, "2026-02-01"),
        ("196802292000031001", 58, "2026-03-01"), ("196606152000031001", 60, "2026-07-01"),
        ("196106302000031001", 65, "2026-07-01"),
    ])
    func retirementIsTheFirstOfTheNextMonth(text: String, age: Int, first: String) throws {
        #expect(try NIP(parsing: text).retirementDate(retirementAge: age).iso == first)
    }

    @Test func errorCodesAreStable() {
        #expect(
            NIPError.Code.allCases.map(\.rawValue) == [
                "nip-damaged-by-spreadsheet", "nip-wrong-length", "nip-not-digits", "nip-impossible-birth-date",
                "nip-impossible-entry-month", "nip-impossible-age-at-entry", "nip-impossible-sex",
            ])
    }
}
