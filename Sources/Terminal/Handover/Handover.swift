import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol

/// Everything that who takes over a node or the desk has to find: what is open, keys, backups, dates ahead.
///
/// No name, NIP or secret stands in it: a person is told as a card, a key by where it lies.
struct Handover: Sendable {
    /// A file without which the work does not go on.
    struct KeyFile: Equatable, Sendable {
        var path: String
        var what: Sentence
    }

    let records: VisibleRecords
    let identity: NodeIdentity
    let program: Program
    /// The data directory as it is given to commands.
    let directory: String
    let actor: String
    let status: NodeStatus
    let unsent: [OutboxEntry]
    /// Started transfers that the staff data has not followed.
    let unresolved: [RecordID]
    /// When a restore of the coordinator was last tried; at the desk only.
    let restores: RestoreCheck?

    init(_ workplace: Workplace) throws {
        records = try workplace.visible()
        identity = workplace.identity
        program = workplace.program
        let path = workplace.store.directory?.path ?? ""
        directory = program == .coordinator ? String(path.dropLast(Workplace.deskFolder.count + 1)) : path
        actor = workplace.actor
        status = try workplace.store.status(at: .now())
        unsent = try workplace.store.pendingEntries()
        unresolved = try workplace.store.unresolvedTransfers()
        restores = workplace.restoreCheck
    }

    var todo: Todo { Todo(records, own: identity.agency) }

    var keys: [KeyFile] {
        let node = KeyFile(
            path: "keys.json",
            what: Sentence(
                "kunci simpul ini; dengannya ia dikenali koordinator dan membuka berkas yang disegel untuknya",
                "this node's keys: with them the coordinator knows it, and it opens files sealed to it"))
        guard program == .coordinator else { return [node] }
        return [
            KeyFile(
                path: "coordinator.key",
                what: Sentence(
                    "kunci koordinator; tanpa berkas ini daerah tidak dapat dipulihkan",
                    "the coordinator's key; without it the region cannot be restored")),
            KeyFile(
                path: "tag.key",
                what: Sentence(
                    "kunci penanda orang; tanpa berkas ini kartu ganda tidak lagi dikenali",
                    "the key of person tags; without it a second card of a person is not noticed")),
            KeyFile(path: Workplace.deskFolder + "/" + node.path, what: node.what),
        ]
    }

    /// The days since the node's last backup; nil when there was none or its time cannot be read.
    func daysSince(_ text: String?, now: Stamp = .now()) -> Int? {
        text.flatMap(Stamp.init(text:)).map { Int($0.seconds(until: now)) / 86_400 }
    }
}

extension Handover {
    /// `{"agency","node","program","registry","day"?,"directory","by","state","todo":[…],"waiting":[…],"unsent":[…],"held",
    /// "conflicts","unresolved":[…],"late":[…],"keys":[…],"coordinator":{…},"backups":{…},"calendar":[…]}`
    var json: JSONValue {
        let lines = todo.lines
        let backups: [(String, JSONValue)] = [
            ("last", .optional(status.upkeep.lastBackup)), ("lastCheck", .optional(status.upkeep.lastCheck)),
            ("restoreCheckedAt", .optional(restores?.at)),
        ]
        let unsent = self.unsent.map { entry in
            JSONValue.object([
                ("operation", .string(entry.operation.id.text)), ("kind", .string(entry.operation.kind)),
            ])
        }
        let members: [(String, JSONValue)] = [
            ("agency", .string(identity.agency.text)), ("node", .string(identity.node.text)),
            ("program", .string(program.rawValue)), ("registry", .boolean(identity.isRegistry)),
            ("day", .optional(status.day)), ("directory", .string(directory)), ("by", .string(actor)),
            ("state", .string(status.state.rawValue)),
            ("todo", .array(lines.filter { $0.who == identity.agency }.map(\.json))),
            ("waiting", .array(lines.filter { $0.who != identity.agency }.map(\.json))),
            ("unsent", .array(unsent)), ("held", .integer(status.held)),
            ("conflicts", .integer(status.openConflicts)),
            ("unresolved", .array(unresolved.map { .string($0.text) })),
            ("late", .array(todo.late.map(\.json))),
            ("keys", .array(keys.map { .string($0.path) })),
            (
                "coordinator",
                .object([
                    ("url", .string(identity.url)),
                    ("fingerprint", .string(InvitationLine.fingerprint(of: identity.coordinator))),
                ])
            ),
            ("backups", .object(backups)), ("calendar", .array(todo.calendar.map(\.json))),
        ]
        return .object(members)
    }
}
