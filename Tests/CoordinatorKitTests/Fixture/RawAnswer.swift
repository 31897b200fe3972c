import CoordinatorKit
import Foundation
import SyncProtocol

/// An HTTP/1.1 answer, split.
struct RawAnswer {
    var status: Int
    /// By lowercase name.
    var headers: [String: String]
    var body: [UInt8]

    init(_ text: String) throws {
        guard let end = text.range(of: "\r\n\r\n") else { throw TestFailure.missing("answer: \(text)") }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        headers = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.last.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        body = Array(text[end.upperBound...].utf8)
    }

    /// As the coordinator gave it to its server.
    var answer: HTTPAnswer {
        HTTPAnswer(
            status: status, contentType: headers["content-type"] ?? "",
            headers: [HTTPAnswer.Header(DetachedJWS.headerField, headers["mutasi-signature"] ?? "")], body: body)
    }
}
