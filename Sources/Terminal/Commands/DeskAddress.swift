import Foundation
import NodeKit
import StrictJSON

/// Where the coordinator of this machine listens at the moment: `serve.json` in its data directory, there while it serves.
///
/// `{"url","invitationURL"}`: the desk's node speaks over the loopback, other nodes at the region's address.
public struct DeskAddress: Equatable, Sendable {
    static let fileName = "serve.json"
    static let byteLimit = 4096

    /// Over the loopback, such as `https://localhost:8443`.
    public var url: String
    /// What invitations say.
    public var invitationURL: String

    public init(url: String, invitationURL: String) {
        self.url = url
        self.invitationURL = invitationURL
    }

    public static func path(in directory: String) -> String {
        directory + "/" + fileName
    }

    public var json: JSONValue {
        .object([("url", .string(url)), ("invitationURL", .string(invitationURL))])
    }

    /// The address in a coordinator's data directory. Throws ``Failure`` `coordinator-not-running` (69) when nothing serves.
    public static func read(directory: String) throws -> DeskAddress {
        guard
            let data = FileManager.default.contents(atPath: path(in: directory)), data.count <= byteLimit,
            let json = try? JSON(parsing: Array(data)), let url = json["url"]?.string,
            let invitationURL = json["invitationURL"]?.string
        else { throw Failure(.terminal, "coordinator-not-running", exit: .unreachable) }
        return DeskAddress(url: url, invitationURL: invitationURL)
    }
}

/// Sends what is meant for the region's address to the coordinator beside the desk.
struct DeskTransport: Transport {
    let base: any Transport
    /// The address in the desk's identity.
    let region: String
    /// Where the coordinator listens now.
    let address: String

    func send(_ request: TransportRequest) async throws -> TransportReply {
        var request = request
        if request.url.hasPrefix(region) {
            request.url = address + request.url.dropFirst(region.count)
        }
        return try await base.send(request)
    }
}
