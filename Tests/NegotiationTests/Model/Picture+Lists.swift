import StrictJSON

@testable import Negotiation

/// Requests, the standby list and rounds: what was said stays, and only grows.
extension Picture {
    func checkLists(of record: Record, now: Picture) throws {
        if let old = requests[record.id], let new = now.requests[record.id] {
            try hold(old.ended == nil, "an ended request changes")
            try hold(old.said == new.said && old.to == new.to, "what was asked for changes")
            try hold(new.answers.starts(with: old.answers), "an answer is taken back")
        }
        if let old = standbys[record.id], let new = now.standbys[record.id] {
            try hold(old.ended == nil && old.said == new.said, "a standby entry changes")
        }
        if let old = rounds[record.id], let new = now.rounds[record.id] {
            try hold(old.ended == nil && old.said == new.said, "an ended round changes")
            try hold(
                new.lines.map(\.number) == Array(1...max(1, new.lines.count)).prefix(new.lines.count).map { $0 },
                "numbers")
            try hold(new.lines.count >= old.lines.count, "a line's number is given again")
            try hold(new.versions.starts(with: old.versions), "a frozen version changes")
            try hold(new.changes.count >= old.changes.count, "a change is gone")
            for (before, after) in zip(old.changes, new.changes) {
                var kept = after
                kept.undone = before.undone
                try hold(kept == before && (before.undone == nil || before == after), "a change is rewritten")
            }
            try hold(Set(new.offers).count == new.offers.count, "an offer stands on two lines")
        }
    }
}
