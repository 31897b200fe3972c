import StrictJSON

/// An edit of whole field groups that says what it saw and what it wants.
///
/// A group applies when its current bytes are those of `was`, and needs nothing when they are those of `now` already;
/// anything else collides, and then nothing of the edit applies.
struct GroupEdit {
    /// The most field groups of one edit.
    static let limit = 40

    var was: [(name: String, bytes: [UInt8])]
    var now: [(name: String, bytes: [UInt8])]
    /// The record's revision that the author saw; nil when not said.
    var revision: Int?

    /// Reads `{"was":{},"now":{},"revision"?}`.
    init(reading body: JSON) throws {
        was = try Self.groups(body, "was", mayBeAbsent: true)
        now = try Self.groups(body, "now")
        revision = try body.optionalInteger("revision", in: 0...JSON.integerRange.upperBound)
        guard !now.isEmpty else {
            throw BodyError(path: body.path + "/now", expected: "at least one field group")
        }
    }

    init(was: [(name: String, bytes: [UInt8])], now: [(name: String, bytes: [UInt8])]) {
        self.was = was
        self.now = now
    }

    /// The edited groups, or what collides.
    func applied(to groups: FieldGroups) -> Result<FieldGroups, Collision> {
        var edited = groups
        var collision = Collision()
        for (name, wanted) in now {
            let current = groups[name]
            let seen = was.first { $0.name.utf8.elementsEqual(name.utf8) }?.bytes
            if current == seen {
                edited.set(name, wanted)
            } else if current != wanted {
                collision.add(name, was: seen, now: wanted, theirs: current)
            }
        }
        return collision.groups.isEmpty ? .success(edited) : .failure(collision)
    }

    /// Whole groups by name; with `mayBeAbsent` a `null` says that the group was not there.
    static func groups(_ body: JSON, _ name: String, mayBeAbsent: Bool = false) throws -> [(
        name: String, bytes: [UInt8]
    )] {
        let object = try body.requiredObject(name)
        let members = (object.members ?? []).filter { !mayBeAbsent || !$0.value.isNull }
        guard members.count <= limit else {
            throw BodyError(path: object.path, expected: "at most \(limit) field groups")
        }
        for (_, value) in members where value.kind != .object {
            throw BodyError(path: value.path, expected: "an object: one whole field group")
        }
        return members.map { ($0.name, $0.value.bytes) }
    }
}

/// The field groups of an edit that are neither as they were seen nor as they are wanted.
struct Collision: Error {
    var groups: [String] = []
    var was: [(String, JSONValue)] = []
    var now: [(String, JSONValue)] = []
    var theirs: [(String, JSONValue)] = []

    mutating func add(_ name: String, was seen: [UInt8]?, now wanted: [UInt8], theirs current: [UInt8]?) {
        groups.append(name)
        was += seen.map { [(name, .verbatim($0))] } ?? []
        now.append((name, .verbatim(wanted)))
        theirs += current.map { [(name, .verbatim($0))] } ?? []
    }
}
