import Foundation
import Testing

@testable import Simulation

/// Writing a city to a folder of its own.
final class CityDiskTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mutasi-city-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func city(agencies: Int) throws -> City {
        .generate(try CityRecipe(agencies: agencies, people: 12, seed: 1))
    }

    private func paths() -> Set<String> {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Set(found.filter { $0.hasSuffix(".csv") })
    }

    @Test func filesOnDiskAreTheFilesOfTheCity() throws {
        let city = try city(agencies: 3)
        try city.write(to: folder.path)
        #expect(paths() == Set(city.files().map(\.path)))
        for (path, bytes) in city.files() {
            #expect(try Array(Data(contentsOf: folder.appending(path: path))) == bytes)
        }
    }

    @Test func anEarlierCityIsReplacedWhole() throws {
        try city(agencies: 4).write(to: folder.path)
        let smaller = try city(agencies: 2)
        try smaller.write(to: folder.path)
        #expect(paths() == Set(smaller.files().map(\.path)))
    }

    @Test func aFolderOfSomebodyElseIsLeftAlone() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "agencies.csv")
        try Data("mine".utf8).write(to: file)
        let city = try city(agencies: 2)
        let failure = #expect(throws: CityFailure.self) { try city.write(to: folder.path) }
        #expect(failure?.code == .folderNotEmpty)
        #expect(paths() == ["agencies.csv"])
        #expect(try Data(contentsOf: file) == Data("mine".utf8))
    }

    @Test func aListThatNamesOtherFilesRemovesNothing() throws {
        let city = try city(agencies: 2)
        try city.write(to: folder.path)
        let list = folder.appending(path: City.manifestName)
        let forged = try String(contentsOf: list, encoding: .utf8) + "../outside.csv\n"
        try Data(forged.utf8).write(to: list)
        #expect(throws: CityFailure.self) { try city.write(to: folder.path) }
        #expect(paths() == Set(city.files().map(\.path)))
    }

    @Test func anUnwritablePlaceIsAFailure() throws {
        try Data().write(to: folder)
        let city = try city(agencies: 2)
        #expect(throws: CityFailure.self) { try city.write(to: folder.appending(path: "below").path) }
    }

    @Test(arguments: [
        "../a.csv", "/etc/a.csv", "a/../b.csv", "a/b/c.csv", ".a.csv", "a//b.csv", "a.txt", "a b.csv", "",
    ])
    func aListMayNameOnlyPlainFiles(path: String) {
        #expect(!City.isPlainPath(path))
    }
}
