import Foundation
import Testing

@testable import Negotiation

@Suite struct RejectionCodeTests {
    /// The program's sources, beside the folder of the tests.
    private static func sources() throws -> [(name: String, text: String)] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let root = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let folder = root.appending(path: "Negotiation").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }

    @Test func theListHasEveryCodeOnceAndNoneThatNothingGives() throws {
        let sources = try Self.sources()
        let declared = try #require(sources.first { $0.name == "RejectionCode.swift" }).text
        let matches = declared.matches(of: /static let (\w+) = RejectionCode\(rawValue: "([a-z-]+)"\)/)
        #expect(Set(matches.map { String($0.2) }) == Set(RejectionCode.all.map(\.rawValue)))
        #expect(Set(RejectionCode.all).count == RejectionCode.all.count)
        let given = sources.filter { $0.name != "RejectionCode.swift" }.map(\.text).joined()
        // The coordinator gives these two: it knows earlier bytes and faults, the reducer does not.
        let coordinators: Set<String> = ["equivocation", "internalFault"]
        for match in matches where !coordinators.contains(String(match.1)) {
            let uses = ["Refusal(.\(match.1)", "rejected(.\(match.1)", "code: .\(match.1)"]
            #expect(uses.contains { given.contains($0) }, "\(match.1) is given nowhere")
        }
    }
}
