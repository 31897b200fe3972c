import Foundation
import Negotiation
import StrictJSON

/// The variants that the desk keeps, one file each in `plans` beside its node's database.
public struct PlanShelf: Sendable {
    private let folder: String

    /// - Parameter directory: the desk's data directory.
    public init(directory: String) {
        folder = directory + "/plans"
    }

    private func path(_ name: String) -> String { "\(folder)/\(name).json" }

    /// The names, in byte order.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.filter(PlanVariant.isName)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Throws ``CommandError`` `bad-argument` when there is none of that name, and what reading the file throws.
    public func variant(_ name: String) throws -> PlanVariant {
        guard PlanVariant.isName(name), FileManager.default.fileExists(atPath: path(name)) else {
            throw CommandError(
                .badArgument, Sentence("Tidak ada rencana bernama {name}.", "There is no plan named {name}."),
                advice: Sentence("Lihat dengan plan list.", "Look with plan list."), values: [("name", name)])
        }
        return try PlanVariant(name: name, reading: try CommandFile.json(path(name), maxBytes: PlanVariant.byteLimit))
    }

    /// Writes a variant in place of one of its name.
    public func put(_ variant: PlanVariant) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try CommandFile.write(variant.json.encoded, to: path(variant.name))
    }
}
