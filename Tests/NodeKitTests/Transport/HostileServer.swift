import Foundation
import NodeKit

/// `hostile_server.py` as a child process; it ends when this process does, because its standard input ends.
final class HostileServer: Sendable {
    /// The names of the ports that the script opens.
    enum Port: String, Decodable, CodingKeyRepresentable {
        case good, wrongHost, expired, resetInHandshake, muteInHandshake, proxy, refusingProxy, deaf
    }

    private struct Announcement: Decodable {
        var folder: String
        var ports: [Port: Int]
    }

    private struct MissingPort: Error {
        var port: Port
    }

    private let folder: String
    private let ports: [Port: Int]
    private let process: Process

    private static let sharedResult = Result { try HostileServer() }

    /// One for all tests of a process: paths and keys keep them apart.
    static func shared() throws -> HostileServer {
        try sharedResult.get()
    }

    private init() throws {
        // A proxy of this machine's would take even requests to 127.0.0.1; the server stands in for the whole net.
        for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] where getenv(name) != nil {
            unsetenv(name)
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "hostile_server.py")
        let input = Pipe()
        let output = Pipe()
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            guard let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty else { break }
            line += more
        }
        let announcement = try JSONDecoder().decode(Announcement.self, from: line)
        folder = announcement.folder
        ports = announcement.ports
    }

    /// The CA that signed the server's certificates.
    var caFile: String { folder + "/ca.pem" }
    /// A CA that signed nothing here.
    var otherCAFile: String { folder + "/other-ca.pem" }

    func address(_ port: Port = .good, _ path: String = "", host: String = "127.0.0.1") throws -> String {
        guard let number = ports[port] else { throw MissingPort(port: port) }
        return "https://\(host):\(number)\(path)"
    }

    func transport(_ change: (inout CurlConfiguration) -> Void = { _ in }) throws -> CurlTransport {
        var configuration = CurlConfiguration(caFile: caFile)
        change(&configuration)
        return try CurlTransport(configuration: configuration)
    }

    /// How many requests with this key have arrived.
    func requestsSeen(_ key: String) async throws -> Int {
        let reply = try await Self.observer.get().send(TransportRequest(url: address(.good, "/seen?\(key)")))
        return Int(String(decoding: reply.body, as: UTF8.self)) ?? -1
    }

    /// Asks until `count` requests with this key have arrived.
    func waitUntilSeen(_ key: String, _ count: Int = 1) async throws {
        while try await requestsSeen(key) < count {
            await Task.yield()
        }
    }

    /// A transport of its own, so that asking does not take a place from the one under test.
    private static let observer = Result { try shared().transport() }
}
