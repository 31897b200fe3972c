import Foundation
import Negotiation
import StrictJSON
import SyncProtocol
import Terminal

/// A policy set in files: one whole file, or a folder with `policy.json` and one file for each route in `routes/`.
struct PolicyFiles {
    static let mainFile = "policy.json"
    static let routesFolder = "routes"

    /// The whole set as `policy.apply` takes it, members that this version does not know included.
    let value: JSONValue
    let policy: Policy

    /// Reads and checks. Throws ``CommandError`` for a file that cannot be read, and ``Failure`` with the file and the place
    /// in it for what is wrong in one.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            let json = try CommandFile.json(path, maxBytes: Operation.byteLimit)
            let whole = json["policy"] ?? json
            self.value = JSONValue(whole)
            policy = try Self.check(value, files: [], main: path)
            return
        }
        let main = path + "/" + Self.mainFile
        let folder = path + "/" + Self.routesFolder
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        let files = names.map { folder + "/" + $0 }
        let set = try CommandFile.json(main, maxBytes: Operation.byteLimit)
        guard set.kind == .object, set["routes"] == nil else {
            throw Self.failure("\(main): expected an object without routes: those stand in \(folder)/*.json")
        }
        guard !files.isEmpty else { throw Self.failure("\(folder): expected a file NAME.json for each route") }
        let routes = try files.map { JSONValue(try CommandFile.json($0, maxBytes: Operation.byteLimit)) }
        value = .object((set.members ?? []).map { ($0.name, JSONValue($0.value)) } + [("routes", .array(routes))])
        policy = try Self.check(value, files: files, main: main)
    }

    private static func check(_ value: JSONValue, files: [String], main: String) throws -> Policy {
        guard let id = UUIDBytes(bytes: [UInt8](repeating: 0, count: 16)).map(RecordID.init) else {
            preconditionFailure("sixteen bytes are an id")
        }
        do {
            let policy = try Policy(id: id, reading: try JSON(parsing: value.encoded))
            guard !policy.routes.isEmpty else { throw failure("\(main): expected at least one route") }
            return policy
        } catch let error as BodyError {
            throw failure(place(error.path, files, main) + ": expected " + error.expected)
        } catch let error as JSONError {
            throw failure(place(error.path, files, main) + ": " + error.message)
        }
    }

    /// The file, and the place in it: `/routes/1/steps` of a folder's set is `/steps` of its second route file.
    private static func place(_ path: String, _ files: [String], _ main: String) -> String {
        let parts = path.split(separator: "/")
        guard parts.count >= 2, parts[0] == "routes", let index = Int(parts[1]), files.indices.contains(index) else {
            return path.isEmpty ? main : "\(main) at \(path)"
        }
        let rest = parts.dropFirst(2).map { "/" + $0 }.joined()
        return rest.isEmpty ? files[index] : "\(files[index]) at \(rest)"
    }

    private static func failure(_ detail: String) -> Failure {
        Failure(.terminal, "bad-body", exit: .badData, detail: detail)
    }
}
