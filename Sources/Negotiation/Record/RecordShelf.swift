/// What the bodies of a few records say that every decision reads: the region, agencies, policies; and the links of those that
/// it writes.
///
/// Reading a body costs as much as deciding. A view is found again only for the same bytes, so nothing has to be forgotten
/// when a record changes or a change is undone. One shelf serves one thread.
public final class RecordShelf {
    /// Enough for the authors of one commit.
    private static let limit = 100

    private var regions: [RecordID: (body: [UInt8], view: Region)] = [:]
    private var agencies: [RecordID: (body: [UInt8], view: Agency)] = [:]
    private var policies: [RecordID: (body: [UInt8], view: Policy)] = [:]

    private var links: [RecordID: (record: Record, view: [Link])] = [:]

    public init() {}

    /// What ``Links`` says of a record whose body can be read: a decision's record is read to be checked, and then to be
    /// indexed. Throws `JSONError`.
    public func links(of record: Record) throws -> [Link] {
        if let kept = links[record.id], kept.record.kind == record.kind, kept.record.body == record.body {
            return kept.view
        }
        let view = try Links.reading(record)
        if links.count >= Self.limit {
            links.removeAll(keepingCapacity: true)
        }
        links[record.id] = (record, view)
        return view
    }

    func region(_ record: Record) throws -> Region {
        try Self.view(of: record, in: &regions, Region.init)
    }

    func agency(_ record: Record) throws -> Agency {
        try Self.view(of: record, in: &agencies, Agency.init)
    }

    func policy(_ record: Record) throws -> Policy {
        try Self.view(of: record, in: &policies, Policy.init)
    }

    private static func view<View>(
        of record: Record, in views: inout [RecordID: (body: [UInt8], view: View)], _ read: (Record) throws -> View
    ) throws -> View {
        if let kept = views[record.id], kept.body == record.body { return kept.view }
        let view = try read(record)
        if views.count >= limit {
            views.removeAll(keepingCapacity: true)
        }
        views[record.id] = (record.body, view)
        return view
    }
}
