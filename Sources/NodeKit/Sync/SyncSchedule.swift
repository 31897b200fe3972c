import SyncProtocol

/// When the agent syncs next: a pure function of how the last sync ended and of a random number.
///
/// Jitter from the first attempt on, so that a city's nodes do not come together after a power cut; back-off with a ceiling
/// after what may heal by itself; the coordinator's pace and `Retry-After` are never undercut.
public struct SyncSchedule: Equatable, Sendable {
    /// Without a word of the coordinator: five minutes.
    static let paceSeconds = 300
    /// The first attempt comes within this time.
    static let firstSeconds = 30
    static let backOffSeconds = 5
    /// A node that cannot be helped without a person asks no more than once in a quarter of an hour.
    static let ceilingSeconds = 900

    /// Syncs in a row that did not go through.
    public private(set) var failures = 0

    public init() {}

    /// The delay before the first sync; `random` in 0..<1.
    public func firstDelay(random: Double) -> Duration {
        .milliseconds(Int(random * Double(Self.firstSeconds * 1000)))
    }

    /// The delay after a sync; `random` in 0..<1 adds up to a quarter.
    ///
    /// One that got something through before it failed begins the back-off anew: on a line that breaks after every few pages
    /// a first sync would else wait a quarter of an hour between them.
    public mutating func delay(after report: SyncReport, random: Double) -> Duration {
        if report.exchanges > 0 { failures = 0 }
        return delay(
            after: report.ending, pace: report.nextSeconds, retryAfter: report.retryAfterSeconds, random: random)
    }

    /// The delay after an attempt that the store kept from running: another process is done soon, a full disk is not.
    public mutating func delay(after failure: NodeFailure, random: Double) -> Duration {
        guard failure.code == .full else { return Self.stretched(Self.backOffSeconds, random) }
        return Self.stretched(backOff(), random)
    }

    /// The delay after a sync that ended so; `pace` and `retryAfter` are in seconds, as the coordinator said.
    public mutating func delay(
        after ending: SyncEnding, pace: Int?, retryAfter: Int?, random: Double
    ) -> Duration {
        switch ending {
        case .complete, .roundLimit:
            failures = 0
            return Self.stretched(max(pace ?? Self.paceSeconds, Self.backOffSeconds), random)
        case .stopped:
            return Self.stretched(Self.ceilingSeconds, random)
        case .unreachable, .noise, .refused, .cancelled:
            return Self.stretched(max(backOff(), retryAfter ?? 0), random)
        }
    }

    /// One more failure, and the seconds to wait after it.
    private mutating func backOff() -> Int {
        // 5 s × 2⁸ is past the ceiling.
        let seconds = min(Self.backOffSeconds << min(failures, 8), Self.ceilingSeconds)
        failures = min(failures + 1, 1000)
        return seconds
    }

    private static func stretched(_ seconds: Int, _ random: Double) -> Duration {
        .milliseconds(seconds * 1000 + Int(random * Double(seconds * 250)))
    }
}
