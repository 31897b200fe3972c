import Negotiation

/// What waits for a second person.
extension Todo {
    public func lines(of proposal: Proposal) -> [TodoLine] {
        guard proposal.ended == nil else { return [] }
        let who = proposal.agency
        return [
            TodoLine(
                .confirmProposal, proposal.id, who: who, subject: proposal.operation.kind,
                command: "\(program(who)) proposal show \(records.shown(proposal.id))")
        ]
    }
}
