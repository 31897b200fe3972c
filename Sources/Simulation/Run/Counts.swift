/// What a run did and met, by name; names are sorted wherever they are shown.
public struct Counts: Equatable, Sendable {
    public private(set) var faults: [String: Int] = [:]
    public private(set) var probes: [Probe: Int] = [:]
    public internal(set) var steps = 0
    public internal(set) var operations = 0
    public internal(set) var exchanges = 0
    public internal(set) var outcomes: [String: Int] = [:]

    mutating func fault(_ name: String, _ times: Int = 1) {
        if times > 0 {
            faults[name, default: 0] += times
        }
    }

    mutating func probe(_ probe: Probe) {
        probes[probe, default: 0] += 1
    }

    mutating func outcome(_ name: String) {
        outcomes[name, default: 0] += 1
    }

    public mutating func add(_ other: Counts) {
        faults.merge(other.faults, uniquingKeysWith: +)
        probes.merge(other.probes, uniquingKeysWith: +)
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        steps += other.steps
        operations += other.operations
        exchanges += other.exchanges
    }
}
