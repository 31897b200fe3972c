@testable import Negotiation

/// Records in dictionaries that are filled and asked in another order than the harness's.
struct ScatteredReader: RecordReader {
    private var records: [RecordID: Record] = [:]
    private var links: [Link: Set<RecordID>] = Dictionary(minimumCapacity: 5000)
    private var claims: [[UInt8]: RecordID] = Dictionary(minimumCapacity: 900)

    /// The state that a walk has reached.
    init(after walk: Walk) {
        apply(walk.decisions.flatMap(\.effects))
        apply(walk.town.state.records.map(Effect.put))
    }

    mutating func apply(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .claim(let tag, let record): claims[Array(tag.utf8)] = record
            case .release(let tag): claims[Array(tag.utf8)] = nil
            case .put(let record):
                for link in records[record.id].map(Links.of) ?? [] {
                    links[link]?.remove(record.id)
                }
                records[record.id] = record
                for link in Links.of(record).reversed() {
                    links[link, default: []].insert(record.id)
                }
            }
        }
    }

    func record(_ id: RecordID) -> Record? { records[id] }

    func records(linked link: Link) -> [Record] {
        (links[link] ?? []).compactMap { records[$0] }.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    func claim(_ tag: String) -> RecordID? { claims[Array(tag.utf8)] }
}
