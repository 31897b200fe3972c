import StrictJSON

/// Telling agencies what changed for them without an act of their own.
extension Workspace {
    /// Writes a notice for these agencies and the desk.
    mutating func notify(
        _ code: NoticeCode, of agency: AgencyCode, to others: [AgencyCode] = [], node: NodeID? = nil,
        record: RecordID? = nil, operation: OperationID? = nil, detail: [(String, JSONValue)]
    ) throws {
        let region = try region()
        let notice = Notice(
            id: try nextID(), code, agency: agency, day: region.day, position: position, node: node, record: record,
            operation: operation, detail: detail)
        try put(notice.id, .notice, .of([agency, region.desk] + others), notice.body)
    }
}
