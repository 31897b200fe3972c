import Negotiation
import StrictJSON

/// The field groups of a vacancy that an edit changes: what was seen, and what is wanted.
struct VacancyGroups {
    private let vacancy: Vacancy
    private let revision: Int
    private var now: [(String, JSONValue)] = []

    /// `record` is the vacancy as it would be with what waits.
    init(_ record: Record) throws {
        vacancy = try Vacancy(record)
        revision = record.revision
    }

    /// Replaces members of a group; a group that is not there is made of them.
    mutating func set(_ group: String, _ members: [(String, JSONValue?)]) {
        guard members.contains(where: { $0.1 != nil }) else { return }
        now.append((group, vacancy.group(group)?.replacing(members) ?? .members(members)))
    }

    /// Puts another group in the place of one.
    mutating func replace(_ group: String, _ members: [(String, JSONValue)]) {
        now.append((group, .object(members)))
    }

    /// `{"was":{…},"now":{…},"revision"}`; a group that was not there has no `was`.
    var body: JSONValue {
        let was = now.compactMap { name, _ in vacancy.group(name).map { (name, JSONValue($0)) } }
        return .object([("was", .object(was)), ("now", .object(now)), ("revision", .integer(revision))])
    }

    static func need(_ need: Int, _ holders: Int) -> JSONValue {
        .object([("need", .integer(need)), ("holders", .integer(holders))])
    }
}
