import GRDB
import Personnel
import Statements
import SyncProtocol

/// How fresh the view is by this machine's clock: evidence for people, never a decision.
public struct Freshness: Equatable, Sendable {
    /// What may be wrong with a view, or with the clock that says so.
    public enum Doubt: String, CaseIterable, Sendable {
        /// No complete sync for longer than ``Freshness/staleSeconds(pace:)``.
        case outdated
        /// The day that came with the last complete view was more than ``Freshness/oldDays`` before the machine's date.
        case oldDay = "old-day"
        /// The last day is later than the machine's date: the clock is behind, or the server ahead.
        case dayAhead = "day-ahead"
        /// Neither day nor journal moved over many complete syncs: the server may be a frozen copy.
        case frozen
    }

    /// A node on the timer syncs on working days only; a long weekend is no reason to alarm anybody.
    static let staleFloorSeconds = 4 * 86_400
    /// Later than so many of the coordinator's own pauses.
    static let stalePaces = 3
    /// A day comes every midnight; a weekend with the server off is ordinary.
    static let oldDays = 3
    /// Civil days differ by one between the machine's zone and the region's.
    static let daysAhead = 1
    /// Complete syncs, and days between the first and the last of them, without any movement.
    static let frozenSyncs = 3
    static let frozenDays = 3

    /// When the view was last complete.
    public internal(set) var completeAt: Stamp?
    /// When head or day last moved, and how many complete syncs have found them unmoved since.
    var movedAt: Stamp?
    var stillSyncs = 0

    init() {}

    init(_ database: Database) throws {
        self = try SyncState.read("SELECT completeAt, movedAt, stillSyncs FROM state WHERE id = 1", database) { row in
            var freshness = Freshness()
            freshness.completeAt = try row.optionalInteger(0).map { Stamp(milliseconds: Int($0)) }
            freshness.movedAt = try row.optionalInteger(1).map { Stamp(milliseconds: Int($0)) }
            freshness.stillSyncs = Int(try row.integer(2))
            return freshness
        }
    }

    /// A reply was absorbed; `hasMoved` says whether it brought another head or day than the one before.
    mutating func heard(hasMoved: Bool, isComplete: Bool, at stamp: Stamp) {
        if hasMoved || movedAt == nil {
            movedAt = stamp
            stillSyncs = 0
        } else if isComplete {
            stillSyncs = min(stillSyncs + 1, 1_000_000)
        }
        if isComplete {
            completeAt = stamp
        }
    }

    /// After so many seconds without a complete sync the view is outdated; `pace` is the coordinator's last pause.
    public static func staleSeconds(pace: Int?) -> Int {
        max(staleFloorSeconds, stalePaces * (pace ?? 0))
    }

    /// What is doubtful now. `day` is the last one that came; in a region on trial days come by hand and prove nothing.
    public func doubts(day: CivilDate?, isTrial: Bool, pace: Int?, at now: Stamp) -> [Doubt] {
        var doubts: [Doubt] = []
        guard let completeAt else { return doubts }
        if completeAt.seconds(until: now) > Self.staleSeconds(pace: pace) {
            doubts.append(.outdated)
        }
        guard !isTrial, let day else { return doubts }
        if day.days(until: completeAt.date) > Self.oldDays {
            doubts.append(.oldDay)
        }
        if now.date.days(until: day) > Self.daysAhead {
            doubts.append(.dayAhead)
        }
        let still = movedAt.map { $0.seconds(until: completeAt) } ?? 0
        if stillSyncs >= Self.frozenSyncs, still > Self.frozenDays * 86_400 {
            doubts.append(.frozen)
        }
        return doubts
    }
}

extension Stamp {
    /// The civil date in UTC.
    public var date: CivilDate {
        CivilDate(dayNumber: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
    }

    /// Negative when the other one is earlier.
    public func seconds(until other: Stamp) -> Int {
        other.milliseconds / 1000 - milliseconds / 1000
    }
}
