import NodeKit
import StrictJSON
import SyncProtocol

/// Files that are carried between a node and the coordinator.
public enum CarriedFiles {
    /// Reads a request. Throws ``CommandError`` `bad-argument` and ``Failure`` `carried` with the file and what is wrong in it.
    public static func request(_ path: String) throws -> CarriedRequest {
        try reading(path) {
            try CarriedRequest(parsing: CommandFile.read(path, maxBytes: Limits.carriedRequestBytes))
        }
    }

    /// Reads a reply. Throws the same.
    public static func reply(_ path: String) throws -> CarriedReply {
        try reading(path) { try CarriedReply(parsing: CommandFile.read(path, maxBytes: Limits.carriedReplyBytes)) }
    }

    private static func reading<File>(_ path: String, _ read: () throws -> File) throws -> File {
        do {
            return try read()
        } catch let error as ProtocolError {
            throw Failure(
                .node, NodeFailure.Code.carried.rawValue, exit: .badData,
                detail: "\(path)\(error.path.isEmpty ? "" : " at \(error.path)"): \(error.message)")
        }
    }
}
