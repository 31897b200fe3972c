extension TransitionNetwork {
    /// Takes away the days that no schedule can use because of the waits: those too early for what the group waits for, and
    /// those too late for what waits for it.
    mutating func narrow() {
        var changed = true
        while changed {
            changed = false
            for (group, waits) in waits.enumerated() {
                for case .after(let other, let lag) in waits {
                    guard let first = groups[other].days.first, let last = groups[group].days.last else { continue }
                    let early = groups[group].days.prefix { $0 < first + lag }.count
                    let late = groups[other].days.reversed().prefix { $0 > last - lag }.count
                    groups[group].days.removeFirst(early)
                    groups[other].days.removeLast(min(late, groups[other].days.count))
                    changed = changed || early > 0 || late > 0
                }
            }
        }
    }
}
