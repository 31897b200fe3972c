import Negotiation

/// What a notice asks for, which as a rule is nothing.
extension Todo {
    /// The desk settles whose a person is until the card is closed, or the other agency's file is corrected.
    public func lines(of notice: Notice) -> [TodoLine] {
        guard notice.code == .personTwice, let desk, let card = notice.record.flatMap({ records.card($0) }),
            card.ended == nil
        else { return [] }
        return [
            TodoLine(
                .settlePerson, card.id, who: desk, subject: notice.detailed("claimedBy") ?? "?",
                command: "\(program(desk)) notice list")
        ]
    }
}
