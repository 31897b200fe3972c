/// L6: whatever the coordinator does, agents do not fall upon it, and come back soon when it does.
///
/// Agents that get nothing through double their pauses up to a quarter of an hour, so each calls a few times in its first minute
/// and four times an hour later on; nobody comes before the time that the coordinator named; and when it can be synced with
/// again, everybody has done so within the longest pause and its spread.
struct NoStorm: Invariant {
    let name = InvariantName.noStorm

    /// At 0, 5, 15 and 35 seconds, and one that an earlier row ends with.
    private static let callsInAMinute = 5
    /// Eight while the pauses double, and four.
    private static let callsInAnHour = 12
    /// A quarter of an hour, a quarter of that, and what syncing takes.
    private static let returnMinutes = 20

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .called(let call): try check(call, in: region)
        case .gathered(let machines, let since):
            for machine in machines {
                let first = region.calls.first { $0.machine == machine && $0.isComplete && $0.began >= since }
                try hold(
                    first.map { $0.began <= since + Self.returnMinutes * 60_000 } ?? false,
                    "\(machine) was not back within \(Self.returnMinutes) minutes")
            }
            let calls = region.calls.filter { $0.began >= since }
            for call in calls {
                let near = calls.count { $0.began >= call.began && $0.began < call.began + 10_000 }
                try hold(near <= 2 * machines.count, "\(near) calls within ten seconds of \(machines.count) nodes")
            }
        default: break
        }
    }

    private func check(_ call: AgentCall, in region: SimulatedRegion) throws {
        let own = region.calls.filter { $0.machine == call.machine }
        if let last = own.dropLast().last, let asked = last.retryAfter {
            try hold(
                call.began >= last.ended + asked * 1000,
                "\(call.machine) came after \((call.began - last.ended) / 1000) s and was asked to wait \(asked)")
        }
        // Whoever got something through begins anew.
        let vain = own.reversed().prefix { !$0.isThrough }.map(\.began)
        let minute = vain.count { $0 > call.began - 60_000 }
        try hold(minute <= Self.callsInAMinute, "\(call.machine) called \(minute) times in vain within a minute")
        let hour = vain.count { $0 > call.began - 3_600_000 }
        try hold(hour <= Self.callsInAnHour, "\(call.machine) called \(hour) times in vain within an hour")
    }
}
