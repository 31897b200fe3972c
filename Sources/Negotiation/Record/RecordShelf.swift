/// What the bodies of a few records say that every decision reads: the region, agencies, policies.
///
/// Reading a body costs as much as deciding. A view is found again only for the same bytes, so nothing has to be forgotten
/// when a record changes or a change is undone. One shelf serves one thread.
public final class RecordShelf {
    /// Enough for the authors of one commit.
    private static let limit = 100

    private var regions: [RecordID: (body: [UInt8], view: Region)] = [:]
    private var agencies: [RecordID: (body: [UInt8], view: Agency)] = [:]
    private var policies: [RecordID: (body: [UInt8], view: Policy)] = [:]

    public init() {}

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
