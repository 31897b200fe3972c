import Foundation
import NodeKit

/// A folder of its own for one test, removed when the value goes; `data` inside it is not made yet.
final class NodeFolder: Sendable {
    let path: String
    let data: DataDirectory

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("mutasi-node-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
        data = DataDirectory(path + "/data")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String {
        data.path + "/" + name
    }
}
