import Dispatch
import Foundation

/// A TCP connection to a port of this machine that sends and receives exactly what it is told, off the cooperative threads.
final class RawConnection: Sendable {
    private let descriptor: Int32
    private let thread = DispatchQueue(label: "raw-connection")

    /// `receiveBytes` is the size of the system's receive buffer; nil leaves it.
    init(port: Int, receiveBytes: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        // A server that never answers fails the test instead of hanging it.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBytes {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw TestFailure.missing("connection: \(errno)") }
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) async {
        await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async {
        let descriptor = descriptor
        await withCheckedContinuation { continuation in
            thread.async {
                var sent = 0
                while sent < bytes.count {
                    let count = bytes[sent...].withUnsafeBytes {
                        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    }
                    if count <= 0 { break }
                    sent += count
                }
                continuation.resume()
            }
        }
    }

    /// Everything until the peer closes, or until this text has come. Throws when neither happens in time.
    func receiveAll(until end: String? = nil) async throws -> String {
        let descriptor = descriptor
        return try await withCheckedThrowingContinuation { continuation in
            thread.async {
                var received: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    if count > 0 {
                        received += buffer[..<count]
                        let text = String(decoding: received, as: UTF8.self)
                        if let end, text.contains(end) {
                            continuation.resume(returning: text)
                            return
                        }
                    } else if count == 0 || errno == ECONNRESET {
                        continuation.resume(returning: String(decoding: received, as: UTF8.self))
                        return
                    } else {
                        continuation.resume(throwing: TestFailure.missing("close: \(errno)"))
                        return
                    }
                }
            }
        }
    }

    /// One request on its own connection, and the whole answer.
    static func ask(_ port: Int, _ head: String, body: [UInt8] = []) async throws -> RawAnswer {
        let connection = try RawConnection(port: port)
        let length = body.isEmpty ? "" : "Content-Length: \(body.count)\r\n"
        await connection.send(Array("\(head)\r\nHost: localhost\r\nConnection: close\r\n\(length)\r\n".utf8) + body)
        return try RawAnswer(await connection.receiveAll())
    }
}
