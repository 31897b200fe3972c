import Foundation
import Negotiation
import Personnel
import StrictJSON
import Testing

@testable import NodeKit

struct PersonnelFileTests {
    private typealias Files = OfficialExport

    private func file() throws -> PersonnelFile {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        var sheet = try database.sheet(Files.aminah)
        sheet.sanctions = [
            Sanction(
                kind: "Teguran", level: .light, from: StaffDatabase.day("2020-01-01"),
                until: StaffDatabase.day("2020-06-30")),
            Sanction(kind: "Penundaan", level: .medium, from: StaffDatabase.day("2026-01-01"), until: nil),
        ]
        return PersonnelFile(sheet, from: try #require(AgencyCode("disdukcapil")), on: database.today)
    }

    @Test func fileReadsBackAsWhatWasWritten() throws {
        let file = try file()
        let bytes = try file.encoded()
        #expect(try PersonnelFile(parsing: bytes) == file)
        #expect(try PersonnelFile(parsing: bytes).encoded() == bytes)
        #expect(file.sheet.appraisals.count == 2 && file.sheet.assignments.count == 2 && file.sheet.posts.count == 2)
        #expect(file.sheet.stated == Set(StaffPart.allCases).subtracting([.talents]))
    }

    @Test func scoresOfTalentGoAlongAndTheirLackIsNoFault() throws {
        var file = try file()
        #expect(!String(decoding: try file.encoded(), as: UTF8.self).contains("talents"))
        file.sheet.talents = [
            try #require(TalentScore(performance: 875, potential: 640, assessed: StaffDatabase.day("2025-06-01")))
        ]
        let bytes = try file.encoded()
        #expect(try PersonnelFile(parsing: bytes) == file)
        let wrong = String(decoding: bytes, as: UTF8.self).replacing(
            #""performance":875"#, with: #""performance":1001"#)
        #expect(throws: StaffError.self) { try PersonnelFile(parsing: Array(wrong.utf8)) }
    }

    @Test func onlySanctionsInForceGoAlong() throws {
        #expect(try file().sheet.sanctions.map(\.kind) == ["Penundaan"])
    }

    @Test(arguments: [
        (#""version":1"#, #""version":2"#), (#""name":"Aminah""#, #""name":null"#),
        (#""rating":"baik""#, #""rating":"bagus""#),
        (#""since":"2016-03-01""#, #""since":"2016-02-30""#), (#""format""#, #""agama":"x","format""#),
        (#""year":2024"#, #""year":"2024""#), (#""nip":"1990"#, #""nip":"1890"#),
        (#""stated":["#, #""stated":["hobbies","#),
        (#""employment":"pns""#, #""employment":"pns","nik":"1""#), (#""level":3"#, #""level":9"#),
    ])
    func whatIsNotExactlyAFileIsRefused(_ change: (from: String, to: String)) throws {
        let text = String(decoding: try file().encoded(), as: UTF8.self)
        let changed = text.replacingOccurrences(of: change.from, with: change.to)
        #expect(changed != text)
        let error = #expect(throws: StaffError.self) { try PersonnelFile(parsing: Array(changed.utf8)) }
        #expect(error?.code == .badPersonnelFile)
    }

    @Test func sizeHoldsAtTheLimitAndOnePast() throws {
        var file = try file()
        file.sheet.trainings = (0..<PersonnelFile.rowLimit).map { number in
            Training(name: "Diklat \(number)", hours: 1, date: StaffDatabase.day("2025-01-01"))
        }
        #expect(try PersonnelFile(parsing: file.encoded()).sheet.trainings.count == PersonnelFile.rowLimit)
        file.sheet.trainings.append(Training(name: "Satu lagi", hours: 1, date: StaffDatabase.day("2025-01-01")))
        let error = #expect(throws: StaffError.self) { try file.encoded() }
        #expect(error?.code == .personnelFileTooLarge)
        #expect(throws: StaffError.self) {
            try PersonnelFile(parsing: Array(repeating: 0x20, count: PersonnelFile.byteLimit + 1))
        }
    }

    @Test func randomDamageIsAnErrorOrAFileAndNeverATrap() throws {
        let good = try file().encoded()
        var state: UInt64 = 20_260_410
        var refused = 0
        for _ in 0..<200 {
            var bytes = good
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            do {
                _ = try PersonnelFile(parsing: bytes)
            } catch is StaffError {
                refused += 1
            }
        }
        #expect(refused > 100)
    }

    @Test func profileReadsBackAndSaysWhoItIs() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let profile = DisclosedProfile(of: try database.sheet(Files.aminah), on: database.today)
        #expect(try DisclosedProfile(parsing: profile.encoded) == profile)
        #expect(profile.name == "Aminah" && profile.nip.text == Files.aminah)
        #expect(throws: JSONError.self) { try DisclosedProfile(parsing: Array("{}".utf8)) }
    }
}
