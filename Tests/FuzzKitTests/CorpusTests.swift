import Foundation
import FuzzKit
import Testing

/// The kept corpora, replayed: no input ends a process, each gets a typed error or a value that re-encodes to itself.
@Suite struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Corpora").standardized

    private func inputs(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        let folder = Self.folder.appendingPathComponent(target.rawValue)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
        }
    }

    @Test(arguments: FuzzTarget.allCases) func everyKeptInputIsJudged(_ target: FuzzTarget) throws {
        let inputs = try inputs(target)
        var accepted = 0
        for (name, bytes) in inputs {
            do {
                accepted += try target.take(bytes) ? 1 : 0
            } catch {
                Issue.record("\(target.rawValue)/\(name): \(error.what)")
            }
        }
        // A corpus of which nothing is accepted, or everything, exercises half of its reader.
        #expect(accepted > 0)
        #expect(accepted < inputs.count)
    }

    /// What every reader has to stand whatever it is for.
    static let common: [(String, [UInt8])] = [
        ("nothing", []),
        ("deep nesting", Array(String(repeating: "[", count: 200_000).utf8)),
        ("deep objects", Array(String(repeating: #"{"a":"#, count: 100_000).utf8)),
        ("a huge number", Array((#"{"exchange":1"# + String(repeating: "0", count: 100_000) + "}").utf8)),
        ("an exponent", Array(#"{"exchange":1e400,"limit":1E9}"#.utf8)),
        ("2^53", Array(#"{"exchange":9007199254740992,"limit":-9007199254740992}"#.utf8)),
        ("duplicate names", Array(#"{"wire":1,"wire":2}"#.utf8)),
        ("names that are one by escape", Array(#"{"wire":1,"w\u0069re":2}"#.utf8)),
        ("not UTF-8", [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D]),
        ("an overlong form", [0x22, 0xC0, 0xAF, 0x22]),
        ("a lone surrogate", Array(#""\ud800""#.utf8)),
        ("every byte", (0...255).map { UInt8($0) }),
        ("zero bytes", [UInt8](repeating: 0, count: 100_000)),
        ("a million members", Array(("[" + String(repeating: "1,", count: 1_000_000) + "1]").utf8)),
        ("one long string", Array(("\"" + String(repeating: "a", count: 2_000_000) + "\"").utf8)),
        ("an open quote", Array((#"""# + String(repeating: "\n,", count: 100_000)).utf8)),
    ]

    @Test(arguments: FuzzTarget.allCases) func whatIsHostileToAnyReaderIsStood(_ target: FuzzTarget) {
        for (name, bytes) in Self.common {
            do {
                _ = try target.take(bytes)
            } catch {
                Issue.record("\(target.rawValue), \(name): \(error.what)")
            }
        }
    }
}
