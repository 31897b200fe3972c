import NodeKit

/// A machine's agent as `mutasi-node run` has it, on virtual time: the production's schedule decides when it syncs.
struct Agent {
    let machine: NodeMachine
    /// Its line, when it is so slow that the size of pages matters.
    var line: SlowLine?
    /// True time of its next sync.
    private(set) var due: Int
    private var schedule = SyncSchedule()

    /// One that starts now; `random` in 0..<1.
    init(_ machine: NodeMachine, line: SlowLine? = nil, at now: Int, random: Double) {
        self.machine = machine
        self.line = line
        due = now + schedule.firstDelay(random: random).wholeMilliseconds
    }

    /// A sync has ended so; `random` in 0..<1.
    mutating func plan(after report: SyncReport, random: Double, at now: Int) {
        var report = report
        if machine.plant == .retryAfterIgnored { report.retryAfterSeconds = nil }
        let pause = schedule.delay(after: report, random: random).wholeMilliseconds
        due = now + (machine.plant.map { $0.pause(pause, after: report.ending) } ?? pause)
    }
}

extension Duration {
    /// Without what is below a millisecond.
    fileprivate var wholeMilliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}

extension Plant {
    fileprivate func pause(_ pause: Int, after ending: SyncEnding) -> Int {
        switch ending {
        case .unreachable where self == .backOffIgnored: 9000
        default: pause
        }
    }
}
