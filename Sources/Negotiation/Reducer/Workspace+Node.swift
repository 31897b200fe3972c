import StrictJSON

/// What becomes of a node that has joined: replaced by new keys, restored from a backup, met again as an older copy.
extension Workspace {
    /// New keys and a new instance for a node, by an invitation that was made to replace it.
    mutating func replaceNode() throws {
        let id = try body.requiredRecordID("invitation")
        guard let record = try record(id), record.kind == .invitation else { throw Refusal.notFound }
        var invitation = try read(record, Invitation.init)
        guard invitation.usedBy == nil else { throw Refusal(.invitationUsed) }
        let node = try requiredNode(isRegistry: invitation.isForRegistry)
        guard invitation.replaces == node.id else { throw Refusal(.wrongState, [("state", "adds-a-node")]) }
        guard var (agencyRecord, agency) = try agency(invitation.agency),
            let index = agency.nodes.firstIndex(where: { $0.id == node.id })
        else { throw Refusal.notFound }
        let was = agency.nodes[index].instance
        agency.nodes[index] = node
        agencyRecord.body = agency.body
        try put(agencyRecord.id, .agency, .all, agencyRecord.body)
        invitation.usedBy = node.id
        try put(id, .invitation, record.audience, invitation.body)
        try notify(
            .nodeReplaced, of: agency.code, node: node.id,
            detail: [("was", .string(was.text)), ("instance", .string(node.instance.text))])
    }

    /// A new instance for a node that said by its own key that its data was restored.
    mutating func restoreNode() throws {
        let said = try requiredInstances("instance", "opens")
        guard var (record, agency) = try agency(holding: said.node),
            let index = agency.nodes.firstIndex(where: { $0.id == said.node })
        else { throw Refusal.notFound }
        guard agency.nodes[index].instance == said.first, said.first != said.second else {
            throw Refusal(.wrongState, [("state", "another-instance")])
        }
        agency.nodes[index].instance = said.second
        record.body = agency.body
        try put(record.id, .agency, .all, record.body)
        try notify(
            .nodeRestored, of: agency.code, node: said.node,
            detail: [("was", .string(said.first.text)), ("instance", .string(said.second.text))])
    }

    /// A copy that was superseded has spoken: one notice for each instance, brought up to date.
    mutating func raiseAlarm() throws {
        let said = try requiredInstances("instance", "instance")
        guard let (_, agency) = try agency(holding: said.node) else { throw Refusal.notFound }
        let detail: [(String, JSONValue)] = [
            ("instance", .string(said.first.text)), ("first", .string(try body.requiredString("first", maxBytes: 40))),
            ("last", .string(try body.requiredString("last", maxBytes: 40))),
            ("times", .integer(try body.requiredInteger("times", in: 1...JSON.integerRange.upperBound))),
        ]
        for record in try records(linked: Link("notice", said.node.text)) {
            var notice = try read(record, Notice.init)
            guard notice.code == .copySeen, notice.detailed("instance") == said.first.text else { continue }
            notice.day = try region().day
            notice.detail = .object(detail)
            return try put(notice.id, .notice, record.audience, notice.body)
        }
        try notify(.copySeen, of: agency.code, node: said.node, detail: detail)
    }

    private func agency(holding node: NodeID) throws -> (record: Record, agency: Agency)? {
        try records(linked: Link("node", node.text)).first.map { ($0, try read($0, Agency.init)) }
    }

    private func requiredInstances(
        _ first: String, _ second: String
    ) throws -> (node: NodeID, first: InstanceID, second: InstanceID) {
        guard let node = NodeID(text: try body.requiredString("node", maxBytes: 36)),
            let one = InstanceID(text: try body.requiredString(first, maxBytes: 36)),
            let other = InstanceID(text: try body.requiredString(second, maxBytes: 36))
        else {
            throw BodyError(path: "/body", expected: "the ids of a node and of its instances")
        }
        return (node, one, other)
    }
}

extension Notice {
    /// A text of the detail.
    public func detailed(_ name: String) -> String? {
        (try? JSON(parsing: detail.encoded))?[name]?.string
    }
}
