import Foundation
import Personnel
import Testing

@testable import NodeKit

struct StaffImportTests {
    private typealias Files = OfficialExport

    private func staff(_ rows: [String: String]...) -> (name: String, bytes: [UInt8]) {
        ("staff.csv", Files.file(rows))
    }

    private let references: [(name: String, bytes: [UInt8])] = [
        ("HierarkiUnor.csv", Files.units), ("referensi-jabatan-pelaksana.CSV", Files.pelaksana),
    ]

    @Test func unknownPostsUnitsAndPeopleAreBadRows() throws {
        let reading = try StaffImport.read(
            references + [
                staff(
                    Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi", ["JABATAN ID": "PL-99"]),
                    Files.row(Files.citra, "Citra", ["UNOR ID": "U-9"])),
                (
                    "abk.csv",
                    Files.text(
                        "JABATAN ID,UNOR ID,URAIAN TUGAS,SATUAN HASIL,VOLUME,NORMA WAKTU",
                        "PL-99,U-2,Melayani,dokumen,100,15")
                ),
                (
                    "rw_skp22.csv",
                    Files.text(
                        "NIP BARU,tahun,hasilKinerja,perilakuKerja,kuadranKinerja", "\(Files.budi),2025,-,-,Baik")
                ),
            ])
        #expect(
            reading.report.errors.map { "\($0.file) \($0.row) \($0.code.rawValue)" } == [
                "staff.csv 3 row-unknown-post", "staff.csv 4 row-unknown-unit", "abk.csv 2 row-unknown-post",
                "rw_skp22.csv 2 row-unknown-person",
            ])
        #expect(reading.set.staff?.rows.map(\.name) == ["Aminah"])
        #expect(reading.report.badRowCount == 4)
        #expect(reading.badRows.map(\.name) == ["staff.bad-rows.csv", "abk.bad-rows.csv", "rw_skp22.bad-rows.csv"])
    }

    @Test func postsOfTheStoreAreKnown() throws {
        let known = KnownReferences(posts: ["PL-01": .pelaksana], units: ["U-2"], people: [])
        #expect(try StaffImport.read([staff(Files.row(Files.aminah, "Aminah"))], known: known).report.isClean)
        let other = KnownReferences(posts: ["PL-01": .functional, "PL-02": .pelaksana], units: ["U-2"], people: [])
        let reading = try StaffImport.read([staff(Files.row(Files.aminah, "Aminah"))], known: other)
        #expect(reading.report.errors.map(\.code) == [.unknownPost])
    }

    @Test func badRowsCanBeCorrectedAndImportedAgain() throws {
        let reading = try StaffImport.read([
            staff(Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi", ["TMT JABATAN": "besok"]))
        ])
        let copy = try #require(reading.badRows.first)
        let text = String(decoding: copy.bytes, as: UTF8.self)
        #expect(text.contains("Keterangan Kesalahan"))
        #expect(text.contains("'" + Files.budi))
        #expect(!text.contains(Files.aminah))
        for secret in Files.secrets.values {
            #expect(!text.contains(secret))
        }
        let corrected = text.replacingOccurrences(of: ",besok,", with: ",01-02-2020,")
        let again = try StaffImport.read([(copy.name, Array(corrected.utf8))])
        #expect(again.report.isClean)
        #expect(again.set.staff?.rows.map(\.nip.text) == [Files.budi])
        #expect(again.set.partialFiles == [.staff])
        #expect(!again.set.isComplete(.staff))
    }

    @Test func sensitiveColumnsAreNowhereInWhatWasRead() throws {
        let reading = try StaffImport.read([
            staff(Files.row(Files.aminah, "Aminah"), Files.row("123", "Bad", ["NAMA": ""]))
        ])
        let everything = String(reflecting: reading.set) + String(reflecting: reading.report)
        for secret in Files.secrets.values {
            #expect(!everything.contains(secret))
        }
    }

    @Test func filesThatAreNoneAreRefusedAsAWhole() {
        func code(_ files: [(name: String, bytes: [UInt8])]) -> ImportError.Code? {
            do {
                _ = try StaffImport.read(files)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code([("gaji.csv", [])]) == .unknownFile)
        #expect(code([staff(Files.row(Files.aminah, "A")), ("STAFF.CSV", [])]) == .duplicateFile)
        #expect(code([("staff.csv", [])]) == .empty)
        #expect(code([("staff.csv", Files.file([]))]) == .empty)
        #expect(code([("staff.csv", Array("PK\u{3}\u{4}".utf8) + [0, 0])]) == .zeroByte)
    }

    @Test func folderGivesTheFilesItHasAndLeavesOthersAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let empty = #expect(throws: ImportError.self) { try StaffImport.read(folder: folder) }
        #expect(empty?.code == .empty)
        for (name, bytes) in references + [staff(Files.row(Files.aminah, "Aminah")), ("catatan.txt", [1, 0])] {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
        let reading = try StaffImport.read(folder: folder)
        #expect(reading.report.files.map(\.file) == [.staff, .units, .pelaksanaPosts])
        #expect(reading.report.isClean)
        let missing = #expect(throws: ImportError.self) {
            try StaffImport.read(folder: folder.appendingPathComponent("none"))
        }
        #expect(missing?.code == .unreadable)
    }

    @Test func randomDamageIsAnErrorAndNeverATrap() throws {
        let good = Files.file([Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi")])
        var state: UInt64 = 20_260_412
        for _ in 0..<150 {
            var bytes = good
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            if state & 7 == 0 {
                bytes.removeLast(Int(state >> 40) % bytes.count)
            }
            do {
                let reading = try StaffImport.read([("staff.csv", bytes)])
                #expect((reading.set.staff?.rows.count ?? 0) <= 3)
            } catch {
                #expect(!error.expected.isEmpty)
            }
        }
    }
}
