import Foundation
import Negotiation
import StrictJSON
import SyncProtocol

/// A policy set in files: one whole file, or a folder with `policy.json` and one file for each route in `routes/`.
public struct PolicyFiles {
    public static let mainFile = "policy.json"
    public static let routesFolder = "routes"

    /// The whole set as `policy.apply` takes it, members that this version does not know included.
    public let value: JSONValue
    public let policy: Policy

    /// Reads and checks. Throws ``CommandError`` for a file that cannot be read, and ``Failure`` `bad-body` with file, line and
    /// path of what is wrong in one.
    public init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            let main = try Source(path, member: "policy")
            value = JSONValue(main.json)
            policy = try Self.check(value, main, routes: [])
            return
        }
        let main = try Source(path + "/" + Self.mainFile)
        let folder = path + "/" + Self.routesFolder
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        guard main.json.kind == .object, main.json["routes"] == nil else {
            throw Self.failure(
                main.place("/routes") + ": expected an object without routes: those stand in \(folder)/*.json")
        }
        guard !names.isEmpty else { throw Self.failure("\(folder): expected a file NAME.json for each route") }
        let routes = try names.map { try Source(folder + "/" + $0) }
        value = .object(
            (main.json.members ?? []).map { ($0.name, JSONValue($0.value)) }
                + [("routes", .array(routes.map { JSONValue($0.json) }))])
        policy = try Self.check(value, main, routes: routes)
    }

    private static func check(_ value: JSONValue, _ main: Source, routes: [Source]) throws -> Policy {
        guard let id = UUIDBytes(bytes: [UInt8](repeating: 0, count: 16)).map(RecordID.init) else {
            preconditionFailure("sixteen bytes are an id")
        }
        do {
            let policy = try Policy(id: id, reading: try JSON(parsing: value.encoded))
            try policy.checkTwoPersons()
            guard !policy.routes.isEmpty else { throw failure("\(main.path): expected at least one route") }
            return policy
        } catch let error as BodyError {
            throw failure(place(error.path, main, routes) + ": expected " + error.expected)
        } catch let error as JSONError {
            throw failure(place(error.path, main, routes) + ": " + error.message)
        }
    }

    /// File, line and path: `/routes/1/steps` of a folder's set is `/steps` of its second route file.
    private static func place(_ path: String, _ main: Source, _ routes: [Source]) -> String {
        let parts = path.split(separator: "/")
        guard parts.count >= 2, parts[0] == "routes", let index = Int(parts[1]), routes.indices.contains(index) else {
            return main.place(path)
        }
        return routes[index].place(parts.dropFirst(2).map { "/" + $0 }.joined())
    }

    private static func failure(_ detail: String) -> Failure {
        Failure(.terminal, "bad-body", exit: .badData, detail: detail)
    }

    /// One file of the set.
    private struct Source {
        let path: String
        /// The set or the route: the whole document, or a member of it.
        let json: JSON
        private let bytes: [UInt8]

        init(_ path: String, member: String? = nil) throws {
            self.path = path
            bytes = try CommandFile.read(path, maxBytes: Operation.byteLimit)
            do {
                let whole = try JSON(parsing: bytes)
                json = member.flatMap { whole[$0] } ?? whole
            } catch let error as JSONError {
                let place = "\(path):\(CommandFile.line(at: error.offset, in: bytes))"
                throw PolicyFiles.failure("\(place)\(error.path.isEmpty ? "" : " " + error.path): \(error.message)")
            }
        }

        /// `FILE:LINE PATH`: the line of the value, or of the nearest one around it when it is missing.
        func place(_ pointer: String) -> String {
            var value = json
            for part in pointer.split(separator: "/") {
                let inner: JSON?
                if let elements = value.elements {
                    inner = Int(part).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
                } else {
                    inner = value.members == nil ? nil : value[String(part)]
                }
                guard let inner else { break }
                value = inner
            }
            let line = CommandFile.line(at: value.offset, in: bytes)
            return pointer.isEmpty ? "\(path):\(line)" : "\(path):\(line) \(pointer)"
        }
    }
}
