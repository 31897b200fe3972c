import Negotiation
import SyncProtocol

/// What one page gives to a node of what is about people: no names and no ids, only how much of which class, and where in the
/// journal it stands.
///
/// It is durable before the page goes out. A page that is lost on its way, and one that is asked for again, count as well: what
/// left the coordinator may have been read.
public struct Delivery: Equatable, Sendable {
    /// Records or attachments of one class.
    public struct Part: Equatable, Sendable {
        public var name: String
        public var count: Int
        /// Journal positions that the first and the last of them are from.
        public var first: Int
        public var last: Int

        public init(_ name: String, count: Int, first: Int, last: Int) {
            self.name = name
            self.count = count
            self.first = first
            self.last = last
        }
    }

    public var node: NodeID
    public var instance: InstanceID
    public var agency: AgencyCode
    public var epoch: Int
    /// The region's day by the journal, which no clock moves by itself.
    public var day: String
    /// By the coordinator's clock.
    public var at: String
    /// By class.
    public var parts: [Part]

    public init(
        node: NodeID, instance: InstanceID, agency: AgencyCode, epoch: Int, day: String, at: String, parts: [Part]
    ) {
        self.node = node
        self.instance = instance
        self.agency = agency
        self.epoch = epoch
        self.day = day
        self.at = at
        self.parts = parts
    }

    /// Nil when nothing in the page is about a person.
    init?(of page: ViewPage, to request: SyncRequest, of agency: AgencyCode, at moment: Moment) {
        var parts: [String: Part] = [:]
        for case .record(_, let kind, _, let changed, _) in page.changes {
            guard let name = AccessClass.of(kind) else { continue }
            parts[name, default: Part(name, count: 0, first: changed, last: changed)].add(1, changed...changed)
        }
        if !page.attachments.isEmpty {
            let positions = page.changes.map(\.position)
            let span = (positions.min() ?? 0)...(positions.max() ?? 0)
            parts[AccessClass.attachment] = Part(
                AccessClass.attachment, count: page.attachments.count, first: span.lowerBound, last: span.upperBound)
        }
        guard !parts.isEmpty else { return nil }
        self.init(
            node: request.node, instance: request.opens ?? request.instance, agency: agency, epoch: page.head.epoch,
            day: page.head.day ?? String(moment.text.prefix(10)), at: moment.text,
            parts: parts.values.sorted { $0.name < $1.name })
    }
}

extension Delivery.Part {
    fileprivate mutating func add(_ more: Int, _ span: ClosedRange<Int>) {
        count += more
        first = min(first, span.lowerBound)
        last = max(last, span.upperBound)
    }
}

extension ReplicaChange {
    fileprivate var position: Int {
        switch self {
        case .record(_, _, _, let changed, _): changed
        case .retraction(_, let position): position
        }
    }
}
