import Foundation
import Negotiation
import SyncProtocol
import Testing

/// `protocol/README.md` lists what the code has, and nothing else.
@Suite struct ProtocolDocumentTests {
    /// The cells of the rows of a section's tables whose first cell is a word in backticks, that word bare.
    static func rows(_ heading: String) throws -> [[String]] {
        let file = Vector.folder.appendingPathComponent("README.md")
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.drop { $0 == "#" } == " " + heading }, "no section \(heading)")
        return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.compactMap { line in
            guard line.hasPrefix("| `") else { return nil }
            var cells = line.dropFirst().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            cells[0] = cells[0].replacing("`", with: "")
            return cells
        }
    }

    private func names(_ heading: String) throws -> [String] {
        try Self.rows(heading).map { $0[0] }.sorted()
    }

    @Test func operationKindsAreListedWithWhoWritesThem() throws {
        let listed = try Self.rows("Operation kinds").map { $0.prefix(3).joined(separator: " ") }.sorted()
        let known = OperationKind.allCases.map { kind in
            let who =
                switch kind.right {
                case .coordinator: "coordinator"
                case .deskOrCoordinator: "desk or coordinator"
                case .desk: "desk"
                case .registry: "registry"
                case .anyNode: "any"
                }
            return "\(kind.rawValue) \(who) \(kind.isCreating ? "yes" : "no")"
        }
        #expect(listed == known.sorted())
    }

    @Test func rejectionCodesAreListed() throws {
        #expect(try names("Rejection codes") == RejectionCode.all.map(\.rawValue).sorted())
    }

    @Test func problemCodesAreListedWithTheirStatus() throws {
        let listed = try Self.rows("Problems").map { "\($0[0]) \($0[1])" }.sorted()
        #expect(listed == ProblemCode.allCases.map { "\($0.rawValue) \($0.status)" }.sorted())
    }

    @Test func wordsOfRecordsAndMessagesAreListed() throws {
        let kinds: [RecordKind] = [
            .region, .agency, .invitation, .policy, .card, .check, .vacancy, .offer, .package, .disclosure, .document,
            .training, .transfer, .request, .standby, .round, .conflict, .proposal, .reorganisation, .need,
            .forecast, .surge, .notice,
        ]
        #expect(try names("Record kinds") == kinds.map(\.rawValue).sorted())
        #expect(try Self.rows("Offer labels").map { $0[0] } == Offer.Label.allCases.map(\.rawValue))
        #expect(try names("Transfer states") == Transfer.State.allCases.map(\.rawValue).sorted())
        #expect(try names("Notice codes") == NoticeCode.all.map(\.rawValue).sorted())
        #expect(try names("Outcomes") == Outcome.Kind.allCases.map(\.rawValue).sorted())
        #expect(try names("Signatures") == MessageType.allCases.map(\.rawValue).sorted())
    }

    @Test func limitsAreListedWithTheirValues() throws {
        let known: [String: String] = [
            "operationBytes": "\(Limits.operationBytes)", "bundleOperations": "\(Limits.bundleOperations)",
            "bundleBytes": "\(Limits.bundleBytes)", "bundlePayloadBytes": "\(Limits.bundlePayloadBytes)",
            "attachmentBytes": "\(Limits.attachmentBytes)", "attachmentSaltBytes": "\(Limits.attachmentSaltBytes)",
            "attachments": "\(Limits.attachments)", "requestBytes": "\(Limits.requestBytes)",
            "carriedRequestBytes": "\(Limits.carriedRequestBytes)", "carriedReplyBytes": "\(Limits.carriedReplyBytes)",
            "replyBytes": "\(Limits.replyBytes)", "pageRecords": Self.text(Limits.pageRecords),
            "defaultPageRecords": "\(Limits.defaultPageRecords)", "pageChanges": "\(Limits.pageChanges)",
            "recordBytes": "\(Limits.recordBytes)", "outcomeBytes": "\(Limits.outcomeBytes)",
            "receiptBytes": "\(Limits.receiptBytes)", "correctedReceipts": "\(Limits.correctedReceipts)",
            "resupplyBundles": "\(Limits.resupplyBundles)", "cuts": "\(Limits.cuts)",
            "checkpointBytes": "\(Limits.checkpointBytes)",
            "proofHashes": "\(Limits.proofHashes)",
            "nonceBytes": "\(Limits.nonceBytes)", "signatureHeaderBytes": "\(Limits.signatureHeaderBytes)",
            "keyIDBytes": "\(Limits.keyIDBytes)", "nameBytes": "\(Limits.nameBytes)",
            "textBytes": "\(Limits.textBytes)", "smallBodyBytes": "\(Limits.smallBodyBytes)",
            "urlBytes": "\(Limits.urlBytes)", "codeBytes": Self.text(Limits.codeBytes),
            "codeTextBytes": "\(Limits.codeTextBytes)", "tagKeyBytes": "\(Limits.tagKeyBytes)",
            "invitationLifetime": "\(Limits.invitationLifetime.components.seconds)",
            "nextSeconds": Self.text(Limits.nextSeconds),
        ]
        let listed = try Self.rows("Limits").map { ($0[0], $0[1]) }
        #expect(Dictionary(listed) { first, _ in first } == known)
        #expect(listed.count == known.count)
    }

    /// The table above has every public limit of the source, so that a new one is missed here and not by a reader.
    @Test func everyPublicLimitIsAmongThem() throws {
        let source = Vector.folder.deletingLastPathComponent().appendingPathComponent(
            "Sources/SyncProtocol/Limits.swift")
        let text = String(decoding: try Data(contentsOf: source), as: UTF8.self)
        let declared = text.matches(of: /public static let (\w+)/).map { String($0.output.1) }
        #expect(declared.filter { $0 != "wire" && $0 != "supportedWires" }.sorted() == (try names("Limits")))
    }

    private static func text(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound)–\(range.upperBound)"
    }
}
