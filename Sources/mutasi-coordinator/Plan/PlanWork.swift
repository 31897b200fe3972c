import Negotiation
import Personnel
import Planning
import Terminal

/// A variant under work: each change starts from the last solution.
struct PlanWork {
    private(set) var variant: PlanVariant
    let records: PlanRecords
    private let session: PlanSession

    /// Throws ``CommandError`` where the variant's changes cannot be used.
    init(_ variant: PlanVariant, _ records: PlanRecords) throws {
        self.variant = variant
        self.records = records
        session = try Self.named { () throws(PlanError) in
            try PlanSession(
                records.pool, variant.settings, policy: records.policy.personnel, changes: variant.changes)
        }
    }

    /// The plan of now. Throws ``CommandError`` when its changes cannot be kept together.
    func report() throws -> PlanReport {
        guard let plan = session.outcome.plan else { throw Self.impossible }
        return PlanReport(variant: variant, records: records, plan: plan)
    }

    /// Takes one more change in. Throws ``CommandError`` when it cannot be kept: then nothing is changed.
    mutating func change(_ change: PlanChange) throws {
        guard try Self.named({ () throws(PlanError) in try session.change(change) }).outcome.plan != nil else {
            throw Self.refused
        }
        variant.changes = session.changes
    }

    /// Takes the last change back.
    mutating func undo() throws {
        _ = try Self.named { () throws(PlanError) in try session.undo() }
        variant.changes = session.changes
    }

    private static func named<Value>(_ body: () throws(PlanError) -> Value) throws -> Value {
        do throws(PlanError) {
            return try body()
        } catch {
            throw CommandError.plan(error)
        }
    }

    private static var impossible: CommandError {
        CommandError(
            .badArgument,
            Sentence("Tidak ada rencana yang memenuhi semua perubahan ini.", "No plan keeps all of these changes."),
            advice: Sentence(
                "Batalkan perubahan terakhir dengan plan undo.", "Take the last change back with plan undo."))
    }

    private static var refused: CommandError {
        CommandError(
            .badArgument,
            Sentence(
                "Tidak ada rencana yang memenuhi perubahan ini bersama perubahan sebelumnya; tidak ada yang diubah.",
                "No plan keeps this change beside the ones before it; nothing was changed."),
            advice: Sentence(
                "Lihat batas satuan kerja dengan plan show, atau ubah baris lain.",
                "Look at the bounds of its units with plan show, or change another line."))
    }
}
