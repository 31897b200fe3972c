import StrictJSON

/// The second person: what the policy names in `twoPersons` is kept as a proposal until another person confirms it.
///
/// It is decided once when it is proposed, only to refuse at once what would be refused anyway, and again when it is
/// confirmed; what counts is the second. No kind of operation is known here by its name.
extension Workspace {
    /// Keeps the operation as a proposal when the policy in force asks for two persons; nil when it does not.
    mutating func proposed(_ kind: OperationKind) throws -> Outcome? {
        guard try needsSecondPerson(kind) else { return nil }
        var trial = self
        try refuseConflict(try trial.act(kind))
        let twins = try records(linked: Link("about", operation.record.text)).filter { $0.kind == .proposal }
        for record in twins {
            let other = try read(record, Proposal.init)
            guard other.ended == nil, other.agency == author, other.operation.kind == operation.kind,
                other.operation.body.bytes == body.bytes
            else { continue }
            throw Refusal(.exists, [("proposal", .string(other.id.text))])
        }
        guard try records(linked: Link("proposals", author.text)).count < Proposal.openLimit else {
            throw Refusal(.limit, [("limit", .integer(Proposal.openLimit))])
        }
        let proposal = Proposal(
            id: try nextID(), author: context.author, operation: operation, day: try region().day, position: position)
        try store(proposal)
        return Outcome(.accepted, detail: .object([("proposal", .string(proposal.id.text))]))
    }

    /// Another person of the agency confirms, or the desk, which has the letter of the agency's head before it.
    mutating func confirmProposal() throws -> Outcome {
        var proposal = try openProposal()
        let letter = try Letter(ifNamedBy: body)
        if author == proposal.agency {
            guard letter == nil else {
                throw BodyError(path: "/body/letter", expected: "none: another person of the agency confirms")
            }
            guard !proposal.isBy(operation.actor) else { throw Refusal.notAllowed("second-person") }
        } else {
            guard let letter else {
                throw BodyError(path: "/body/letter", expected: "the signed letter of the agency's head")
            }
            try checkPast(letter.date, "/body/letter/date")
        }
        proposal.confirmed = Attested(operation, at: position)
        proposal.ended = Ending(position: position, reason: Proposal.Result.confirmed.rawValue)
        try store(proposal)
        return try decide(proposal.operation, by: Author(agency: proposal.agency, node: proposal.node))
    }

    /// Anybody of the agency, its author too, or the desk says that it shall not be.
    mutating func refuseProposal() throws {
        var proposal = try openProposal()
        try body.checkAttachment(ifAny: "reason")
        proposal.refused = Attested(operation, at: position)
        proposal.ended = Ending(position: position, reason: Proposal.Result.refused.rawValue)
        try store(proposal)
    }

    /// Decides another operation inside this one, at the same position, as that author's. What would be a conflict is refused:
    /// a person looks at it already.
    mutating func decide(_ inner: Operation, by author: Author) throws -> Outcome {
        let outer = (operation, context)
        (operation, context) = (inner, context.of(author))
        guard let kind = OperationKind(rawValue: inner.kind) else {
            throw Refusal(.unknownKind, [("kind", .string(inner.kind))])
        }
        try check(kind)
        let outcome = try act(kind)
        (operation, context) = outer
        try refuseConflict(outcome)
        return outcome
    }

    private func refuseConflict(_ outcome: Outcome) throws {
        guard outcome.kind == .conflict, let code = outcome.code else { return }
        let detail = try JSON(parsing: outcome.detail.encoded).members ?? []
        // The conflict record that it names is never made.
        throw Refusal(code, detail.filter { $0.name != "conflict" }.map { ($0.name, JSONValue($0.value)) })
    }

    private func needsSecondPerson(_ kind: OperationKind) throws -> Bool {
        guard kind.mayNeedTwoPersons, let policy = try policyInForce(), !policy.twoPersons.isEmpty else { return false }
        // By letter it is the same act.
        let wrapped = kind == .behalfRecord ? [try Behalf(reading: operation).kind] : []
        return ([kind] + wrapped).contains(where: policy.asksForTwo)
    }

    private func openProposal() throws -> Proposal {
        let proposal = try read(try visible(operation.record, .proposal), Proposal.init)
        guard let ended = proposal.ended else { return proposal }
        throw Refusal(.alreadyDone, [("state", .string(ended.reason))])
    }

    private mutating func store(_ proposal: Proposal) throws {
        try put(proposal.id, .proposal, .of([proposal.agency, region().desk]), proposal.body)
    }
}
