/// Effects laid over a reader, so that the next decision sees what the last one did before anything is stored.
///
/// Lookups cost what the base costs plus the number of changed records. Used for decisions inside one commit, for a
/// node's previews of its own drafts, and with ``EmptyReader`` below it for folding a journal from nothing.
public struct Overlay<Base: RecordReader>: RecordReader {
    private let base: Base
    private var changed: [RecordID: Record] = [:]
    private var index: [Link: [RecordID]] = [:]
    /// Changed records that are not in the index yet: most decisions never look for what they wrote.
    private var unindexed: [RecordID] = []
    /// Beyond as many, looking at each costs more than the index.
    private static var unindexedLimit: Int { 4 }
    /// By the tag's bytes: two spellings that Swift holds equal are two tags, here as in a store.
    private var claims: [[UInt8]: RecordID?] = [:]

    public init(_ base: Base) {
        self.base = base
    }

    public mutating func apply(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .put(let record): put(record)
            case .claim(let tag, let record): claims[Array(tag.utf8)] = .some(record)
            case .release(let tag): claims[Array(tag.utf8)] = .some(nil)
            }
        }
    }

    public func record(_ id: RecordID) throws -> Record? {
        if let record = changed[id] { return record }
        return try base.record(id)
    }

    public func records(linked link: Link) throws -> [Record] {
        let below = try base.records(linked: link).filter { changed[$0.id] == nil }
        let indexed = (index[link] ?? []).compactMap { changed[$0] }
        let above = indexed + unindexed.compactMap { changed[$0] }.filter { Links.of($0).contains(link) }
        return (below + above).sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    public func claim(_ tag: String) throws -> RecordID? {
        if let claimed = claims[Array(tag.utf8)] { return claimed }
        return try base.claim(tag)
    }

    /// The record when it was put.
    func changed(_ id: RecordID) -> Record? {
        changed[id]
    }

    /// Every record that was put, by id.
    public var records: [Record] { changed.values.sorted { $0.id < $1.id } }

    private mutating func put(_ record: Record) {
        let old = changed.updateValue(record, forKey: record.id)
        if unindexed.contains(record.id) { return }
        if let old {
            for link in Links.of(old) {
                index[link]?.removeAll { $0 == record.id }
            }
        }
        unindexed.append(record.id)
        guard unindexed.count > Self.unindexedLimit else { return }
        for id in unindexed {
            for link in changed[id].map(Links.of) ?? [] {
                index[link, default: []].append(id)
            }
        }
        unindexed = []
    }
}

/// A region before its first journal entry.
public struct EmptyReader: RecordReader, Sendable {
    public init() {}

    public func record(_ id: RecordID) -> Record? { nil }
    public func records(linked link: Link) -> [Record] { [] }
    public func claim(_ tag: String) -> RecordID? { nil }
}
