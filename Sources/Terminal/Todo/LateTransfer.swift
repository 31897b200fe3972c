import Negotiation
import Personnel
import StrictJSON

/// A transfer that is behind its dates, and for whom it waits: not released or not started by the agreed day, or started without
/// the personnel file having arrived.
public struct LateTransfer: Equatable, Sendable {
    /// What one agency has not done.
    public struct Wait: Equatable, Sendable {
        public enum What: Equatable, Sendable {
            /// A gate of the start, by its code.
            case gate(String)
            /// The start letter, although every gate is closed.
            case start
            /// The personnel file of who has started.
            case file
            /// The receipt of that file.
            case receipt
        }

        /// Nil when the records do not say whose it is.
        public var who: AgencyCode?
        public var what: What

        public init(who: AgencyCode?, what: What) {
            self.who = who
            self.what = what
        }
    }

    public var transfer: Transfer
    /// Days since the agreed start, or since the start letter's date once there is one.
    public var days: Int
    public var waits: [Wait]

    /// Whether the home agency has let the person go: nothing that is its own stands before the start.
    public var isReleased: Bool {
        transfer.started != nil || !waits.contains { $0.who == transfer.home && $0.what != .start }
    }
}

extension Todo {
    /// The transfers that are late today, the longest first; the agreed day itself is not late.
    public var late: [LateTransfer] {
        guard let today = records.today else { return [] }
        return records.transfers.compactMap { late($0, on: today) }.sorted {
            $0.days == $1.days ? $0.transfer.id < $1.transfer.id : $0.days > $1.days
        }
    }

    private func late(_ transfer: Transfer, on today: CivilDate) -> LateTransfer? {
        guard transfer.ended == nil else { return nil }
        let waits: [LateTransfer.Wait]
        if transfer.started == nil {
            waits = transfer.openGates.isEmpty ? [.init(who: transfer.receiving, what: .start)] : gates(transfer)
        } else if transfer.effect == .definitive {
            let isSent = transfer.file != nil && !transfer.isFileIncomplete
            waits = [
                isSent ? .init(who: transfer.receiving, what: .receipt) : .init(who: transfer.home, what: .file)
            ]
        } else {
            return nil
        }
        let days = (transfer.startDate ?? transfer.start).days(until: today)
        return days > 0 ? LateTransfer(transfer: transfer, days: days, waits: waits) : nil
    }

    private func gates(_ transfer: Transfer) -> [LateTransfer.Wait] {
        transfer.openGates.flatMap { gate in
            owners(of: gate, transfer).map { LateTransfer.Wait(who: $0, what: .gate(gate)) }
        }
    }

    /// Whoever closes a gate: a step's owner, the provider of a course, the desk for an objection.
    private func owners(of gate: String, _ transfer: Transfer) -> [AgencyCode?] {
        if let step = transfer.steps.first(where: { $0.step == gate }) {
            return [desk.map { transfer.agency(step.owner, desk: $0) }]
        }
        if gate == "objection" {
            return [desk]
        }
        guard gate == "training" else { return [nil] }
        var providers: [AgencyCode] = []
        for training in records.trainings
        where training.offer == transfer.offer && training.confirmed == nil && training.ended == nil
            && !providers.contains(training.provider)
        {
            providers.append(training.provider)
        }
        return providers.isEmpty ? [transfer.receiving] : providers
    }
}

extension LateTransfer {
    /// `{"transfer","state","home","receiving","start","days","released","waits":[{"who"?,"what"}]}`
    public var json: JSONValue {
        .object([
            ("transfer", .string(transfer.id.text)), ("state", .string(transfer.state.rawValue)),
            ("home", .string(transfer.home.text)), ("receiving", .string(transfer.receiving.text)),
            ("start", .string(transfer.start.iso)), ("days", .integer(days)), ("released", .boolean(isReleased)),
            (
                "waits",
                .array(
                    waits.map { wait in
                        .object(
                            (wait.who.map { [("who", JSONValue.string($0.text))] } ?? [])
                                + [("what", .string(wait.what.code))])
                    })
            ),
        ])
    }
}

extension LateTransfer.Wait.What {
    /// The gate's code, `start`, `file` or `receipt`.
    public var code: String {
        switch self {
        case .gate(let code): code
        case .start: "start"
        case .file: "file"
        case .receipt: "receipt"
        }
    }
}
