import ArgumentParser

/// `A..B`, both included, or one seed.
struct SeedRange: ExpressibleByArgument {
    var seeds: ClosedRange<UInt64>

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: true).map { UInt64($0) }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, let seed?, _): seeds = seed...seed
        case (2, let first?, let last?) where first <= last: seeds = first...last
        default: return nil
        }
    }
}
