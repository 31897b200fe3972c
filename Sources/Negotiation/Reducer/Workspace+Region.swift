import Personnel
import StrictJSON

/// The region, its agencies with their nodes, and its policy.
extension Workspace {
    mutating func foundRegion() throws {
        guard context.author.isCoordinator else { throw Refusal.notAllowed("coordinator") }
        guard try records(linked: .kind(.region)).isEmpty else { throw Refusal(.exists) }
        let region = try Region(id: operation.record, reading: try body.requiredObject("region"))
        try put(operation.record, .region, .all, region.body)
    }

    mutating func addAgency() throws {
        let json = try body.requiredObject("agency")
        let code = try json.requiredAgency("code")
        let names = try json.requiredObject("name")
        _ = try names.requiredString("id", maxBytes: 200)
        if context.author.isCoordinator, code != (try region().desk) { throw Refusal.notAllowed("desk") }
        guard try agency(code) == nil else { throw Refusal(.exists, [("agency", .string(code.text))]) }
        let isOutside = try json.optionalBoolean("outside") ?? false
        let agency = Agency(code: code, names: JSONValue(names), isOutside: isOutside)
        try put(operation.record, .agency, .all, agency.body)
    }

    mutating func inviteNode() throws {
        let invitation = try Invitation(reading: try body.requiredObject("invitation"))
        guard let agency = try agency(invitation.agency)?.agency else { throw Refusal.notFound }
        guard !agency.isOutside else { throw Refusal(.wrongState, [("state", "outside")]) }
        if let replaced = invitation.replaces {
            guard let node = agency.nodes.first(where: { $0.id == replaced }) else { throw Refusal.notFound }
            guard node.isRegistry == invitation.isForRegistry else {
                throw BodyError(path: "/body/invitation/registry", expected: "what the replaced node is")
            }
        } else if invitation.isForRegistry, agency.registry != nil {
            throw Refusal(.exists, [("registry", .string(invitation.agency.text))])
        }
        guard try records(linked: Link("invitation", invitation.codeHash)).isEmpty else { throw Refusal(.exists) }
        try put(operation.record, .invitation, .of([region().desk]), invitation.body)
    }

    mutating func joinNode() throws {
        let id = try body.requiredRecordID("invitation")
        guard let record = try record(id), record.kind == .invitation else { throw Refusal.notFound }
        var invitation = try read(record, Invitation.init)
        guard invitation.usedBy == nil else { throw Refusal(.invitationUsed) }
        guard invitation.replaces == nil else { throw Refusal(.wrongState, [("state", "replaces-a-node")]) }
        let node = try requiredNode(isRegistry: invitation.isForRegistry)
        try enroll(node, in: invitation.agency)
        invitation.usedBy = node.id
        try put(id, .invitation, record.audience, invitation.body)
    }

    mutating func enrollNode() throws {
        try enroll(try requiredNode(isRegistry: true), in: try body.requiredAgency("agency"))
    }

    func requiredNode(isRegistry: Bool) throws -> Agency.Node {
        guard let node = NodeID(text: try body.requiredString("node", maxBytes: 36)),
            let instance = InstanceID(text: try body.requiredString("instance", maxBytes: 36))
        else {
            throw BodyError(path: "/body", expected: "the ids of a node and of its instance")
        }
        return Agency.Node(
            id: node, instance: instance, key: try body.requiredString("key", maxBytes: 60),
            box: try body.requiredString("box", maxBytes: 60), isRegistry: isRegistry)
    }

    private mutating func enroll(_ node: Agency.Node, in code: AgencyCode) throws {
        guard var (record, agency) = try agency(code) else { throw Refusal.notFound }
        guard !agency.isOutside else { throw Refusal(.wrongState, [("state", "outside")]) }
        guard try records(linked: Link("node", node.id.text)).isEmpty else { throw Refusal(.exists) }
        if node.isRegistry, agency.registry != nil {
            throw Refusal(.exists, [("registry", .string(code.text))])
        }
        guard agency.nodes.count < Agency.nodeLimit else {
            throw Refusal(.limit, [("limit", .integer(Agency.nodeLimit))])
        }
        agency.nodes.append(node)
        record.body = agency.body
        try put(record.id, .agency, .all, record.body)
    }

    mutating func applyPolicy() throws {
        let json = try body.requiredObject("policy")
        let policy = try Policy(id: operation.record, reading: json)
        try policy.checkTwoPersons(json.path)
        if let newest = try records(linked: .kind(.policy)).last.map({ try read($0, Policy.init) }) {
            guard policy.version > newest.version else {
                throw Refusal(.exists, [("version", .integer(newest.version))])
            }
        }
        try put(operation.record, .policy, .all, JSONValue.object([("policy", JSONValue(json))]).encoded)
        try markOpinions()
    }

    /// The newest policy that counts today.
    func currentPolicy() throws -> Policy {
        guard let policy = try policyInForce() else { throw Refusal(.wrongState, [("state", "no-policy")]) }
        return policy
    }

    /// The same; nil before the first one counts.
    func policyInForce() throws -> Policy? {
        let records = try records(linked: .kind(.policy))
        guard !records.isEmpty else { return nil }
        let day = try region().day
        for record in records.reversed() {
            let policy = try policy(record.id)
            if policy.from <= day { return policy }
        }
        return nil
    }
}
