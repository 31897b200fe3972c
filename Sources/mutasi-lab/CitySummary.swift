import Foundation

/// What `mutasi-lab city` has written.
struct CitySummary: Encodable {
    let folder: String
    let agencies: Int
    let people: Int
    let files: Int
    let bytes: Int
    let seed: UInt64
    let today: String

    var sentence: String {
        "\(folder): \(agencies) agencies, \(people) people, \(files) files, \(bytes) bytes (seed \(seed), \(today))"
    }

    /// One line of JSON with its members in alphabetical order.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
