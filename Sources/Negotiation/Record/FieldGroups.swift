import StrictJSON

/// A record whose content is field groups that its agency writes, each kept in the bytes of its author.
///
/// Body: the reducer's own members first (`agency`, `taken`, `ended` …), then the groups in the order in which they
/// were first written. Groups that this version does not know are kept like the others.
struct FieldGroups: Equatable {
    /// The most field groups of one record, and the most bytes of all of them: several operations write them.
    static let limit = 40
    static let byteLimit = 128 * 1024
    /// The most bytes of a group's name.
    static let nameByteLimit = 60

    private(set) var groups: [(name: String, bytes: [UInt8])]

    /// Takes all members of an object, those with a reserved name aside.
    init(reading json: JSON, reserved: [String]) throws {
        let members = (json.members ?? []).filter { !reserved.contains($0.name) }
        guard json.kind == .object, members.count <= Self.limit else {
            throw BodyError(path: json.path, expected: "an object of at most \(Self.limit) field groups")
        }
        groups = members.map { ($0.name, $0.value.bytes) }
    }

    subscript(name: String) -> [UInt8]? {
        groups.first { $0.name.utf8.elementsEqual(name.utf8) }?.bytes
    }

    mutating func set(_ name: String, _ bytes: [UInt8]) {
        if let index = groups.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            groups[index].bytes = bytes
        } else {
            groups.append((name, bytes))
        }
    }

    /// Throws ``BodyError`` when a group is no object, or when there are too many groups or too large ones.
    func check(_ path: String) throws {
        // A group's bytes are one valid value without space around it.
        for group in groups where group.bytes.first != UInt8(ascii: "{") {
            throw BodyError(path: path, expected: "objects: whole field groups")
        }
        guard groups.allSatisfy({ $0.name.utf8.count <= Self.nameByteLimit }) else {
            throw BodyError(path: path, expected: "field groups with names of at most \(Self.nameByteLimit) bytes")
        }
        guard groups.count <= Self.limit, groups.reduce(0, { $0 + $1.bytes.count }) <= Self.byteLimit else {
            throw BodyError(
                path: path, expected: "at most \(Self.limit) field groups of \(Self.byteLimit) bytes together")
        }
    }

    var members: [(String, JSONValue)] {
        groups.map { ($0.name, .verbatim($0.bytes)) }
    }

    static func == (left: FieldGroups, right: FieldGroups) -> Bool {
        left.members.map { [UInt8]($0.0.utf8) } == right.members.map { [UInt8]($0.0.utf8) }
            && left.groups.map(\.bytes) == right.groups.map(\.bytes)
    }
}
