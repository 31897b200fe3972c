import SyncProtocol

/// What goes back over HTTP, whatever server carries it.
public struct HTTPAnswer: Equatable, Sendable {
    public struct Header: Equatable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var status: Int
    /// In order, each name once.
    public var headers: [Header]
    public var body: [UInt8]

    public init(status: Int, contentType: String, headers: [Header] = [], body: [UInt8]) {
        self.status = status
        self.headers =
            [
                Header("Content-Type", contentType),
                Header("Mutasi-Wire", String(Limits.wire)),
                Header("Cache-Control", "no-store"),
            ] + headers
        self.body = body
    }

    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }

    static func json(_ body: [UInt8], headers: [Header] = []) -> HTTPAnswer {
        HTTPAnswer(status: 200, contentType: "application/json", headers: headers, body: body)
    }

    /// An RFC 9457 answer.
    static func problem(_ problem: Problem, headers: [Header] = []) -> HTTPAnswer {
        HTTPAnswer(
            status: problem.status, contentType: Problem.contentType, headers: headers, body: problem.encode())
    }
}
