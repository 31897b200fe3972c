import StrictJSON

/// A record whose content is field groups that its agency writes, each kept in the bytes of its author.
///
/// Body: the reducer's own members first (`agency`, `taken`, `ended` …), then the groups in the order in which they
/// were first written. Groups that this version does not know are kept like the others.
struct FieldGroups: Equatable {
    private(set) var groups: [(name: String, bytes: [UInt8])]

    /// Takes all members of an object, those with a reserved name aside.
    init(reading json: JSON, reserved: [String]) throws {
        guard let members = json.members, members.count <= 40 else {
            throw BodyError(path: json.path, expected: "an object of at most 40 field groups")
        }
        groups = members.filter { !reserved.contains($0.name) }.map { ($0.name, $0.value.bytes) }
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

    var members: [(String, JSONValue)] {
        groups.map { ($0.name, .verbatim($0.bytes)) }
    }

    static func == (left: FieldGroups, right: FieldGroups) -> Bool {
        left.members.map { [UInt8]($0.0.utf8) } == right.members.map { [UInt8]($0.0.utf8) }
            && left.groups.map(\.bytes) == right.groups.map(\.bytes)
    }
}
