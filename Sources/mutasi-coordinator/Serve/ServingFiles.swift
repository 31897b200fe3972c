import Foundation
import NodeKit
import StrictJSON
import Terminal

/// What others on this machine read while the coordinator serves: the desk's `serve.json`, and the port file if asked for.
struct ServingFiles: Sendable {
    let directory: String
    let portFile: String?

    /// Each file is there as a whole or not at all. A file that cannot be written is told on standard error; the
    /// coordinator serves its nodes all the same.
    func announce(port: Int, host: String, invitationURL: String) {
        let address = DeskAddress(url: "https://\(Self.loopback(host)):\(port)", invitationURL: invitationURL)
        do {
            try PrivateFile.write(address.json.encoded, to: DeskAddress.path(in: directory))
            if let portFile {
                try PrivateFile.write(Array("\(port)\n".utf8), to: portFile, mode: 0o644)
            }
        } catch {
            Output.errors.show(Failure(error).page(.english))
            Output.errors.flush()
        }
    }

    func remove() {
        try? PrivateFile.remove(DeskAddress.path(in: directory))
        if let portFile {
            try? PrivateFile.remove(portFile)
        }
    }

    /// The name under which the desk reaches a server on this address; certificates name localhost.
    private static func loopback(_ host: String) -> String {
        switch host {
        case "127.0.0.1", "::1", "0.0.0.0", "::", "localhost": "localhost"
        default: host.contains(":") ? "[\(host)]" : host
        }
    }
}
