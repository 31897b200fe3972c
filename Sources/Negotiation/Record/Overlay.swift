/// Effects laid over a reader, so that the next decision sees what the last one did before anything is stored.
///
/// Lookups cost what the base costs plus the number of changed records. Used for decisions inside one commit, for a
/// node's previews of its own drafts, and with ``EmptyReader`` below it for folding a journal from nothing.
public struct Overlay<Base: RecordReader>: RecordReader {
    private let base: Base
    private var changed: [RecordID: Record] = [:]
    private var index: [Link: [RecordID]] = [:]
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
        let above = (index[link] ?? []).compactMap { changed[$0] }
        return (below + above).sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    public func claim(_ tag: String) throws -> RecordID? {
        if let claimed = claims[Array(tag.utf8)] { return claimed }
        return try base.claim(tag)
    }

    /// Every record that was put, by id.
    public var records: [Record] { changed.values.sorted { $0.id < $1.id } }

    private mutating func put(_ record: Record) {
        if let old = changed[record.id] {
            for link in Links.of(old) {
                index[link]?.removeAll { $0 == record.id }
            }
        }
        changed[record.id] = record
        for link in Links.of(record) {
            index[link, default: []].append(record.id)
        }
    }
}

/// A region before its first journal entry.
public struct EmptyReader: RecordReader, Sendable {
    public init() {}

    public func record(_ id: RecordID) -> Record? { nil }
    public func records(linked link: Link) -> [Record] { [] }
    public func claim(_ tag: String) -> RecordID? { nil }
}
