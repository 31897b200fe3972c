import StrictJSON
import SyncProtocol

/// What somebody else's file says about the journal: a checkpoint as it stands, a receipt, or an evidence file with one in it.
public struct HeadEvidence: Sendable {
    /// The largest file that is read.
    public static let byteLimit = 32 << 20

    let question: HeadQuestions.Question

    /// Reads a file and checks that this region's coordinator signed it. Throws ``NodeFailure`` `badEvidence`.
    public init(parsing bytes: [UInt8], region: String, coordinator: VerifyingKey) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.utf8.starts(with: "mutasi/".utf8) {
            question = try Self.checkpoint(text, region, coordinator)
            return
        }
        guard
            let json = try? JSON(
                parsing: bytes, limits: JSONLimits(maxBytes: Self.byteLimit, maxDepth: 32, maxMembers: 100_000))
        else {
            throw Self.failure("The file is neither a checkpoint nor a receipt nor an evidence file.")
        }
        if let stated = json["checkpoint"]?.string {
            question = try Self.checkpoint(stated, region, coordinator)
            return
        }
        guard let receipt = try? Receipt(parsing: bytes) else {
            throw Self.failure("The file is neither a checkpoint nor a receipt nor an evidence file.")
        }
        guard receipt.region.utf8.elementsEqual(region.utf8), receipt.verifies(with: coordinator) else {
            throw Self.failure("This region's coordinator did not sign the receipt.")
        }
        let position = receipt.outcomes.map(\.position).max() ?? 0
        question = HeadQuestions.Question(head: Head(epoch: receipt.epoch, position: position), text: nil)
    }

    private static func checkpoint(
        _ text: String, _ region: String, _ key: VerifyingKey
    ) throws -> HeadQuestions.Question {
        guard let checkpoint = try? Checkpoint(parsing: text), checkpoint.verifies(region: region, key: key) else {
            throw failure("This region's coordinator did not sign the checkpoint.")
        }
        return HeadQuestions.Question(head: checkpoint.head, text: checkpoint.text)
    }

    private static func failure(_ message: String) -> NodeFailure {
        NodeFailure(.badEvidence, message, advice: "Ask for the file once more; if it stays so, show it to the BKD.")
    }
}
