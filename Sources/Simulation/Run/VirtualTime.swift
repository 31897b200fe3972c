/// The true time of a run, in milliseconds since 1970. It moves between steps only.
struct VirtualTime {
    /// 2026-01-05 00:00 in Makassar, a Monday.
    static let start = 1_767_542_400_000
    static let hour = 3_600_000
    static let day = 24 * hour
    static let week = 7 * day

    private(set) var now = start

    mutating func advance(by milliseconds: Int) {
        now += milliseconds
    }
}
