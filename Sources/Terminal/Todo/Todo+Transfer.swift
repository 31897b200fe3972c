import Negotiation
import Personnel

/// From the decree to the start: steps, training and the start itself.
extension Todo {
    public func lines(of transfer: Transfer) -> [TodoLine] {
        let id = records.shown(transfer.id)
        switch transfer.state {
        case .started, .ended: return []
        case .ready:
            let who = transfer.receiving
            return [
                TodoLine(
                    .startTransfer, transfer.id, who: who, until: transfer.start,
                    command: "\(program(who)) transfer start \(id) --date \(transfer.start.iso) --number N")
            ]
        case .preparing:
            let steps = transfer.steps.filter { $0.done == nil }.map { step in
                let who = transfer.agency(step.owner)
                return TodoLine(
                    .takeStep, transfer.id, who: who, until: transfer.start, subject: step.step,
                    command: "\(program(who)) transfer \(step.step) \(id) --date D")
            }
            return steps + missingTraining(transfer)
        }
    }

    public func lines(of training: Negotiation.Training) -> [TodoLine] {
        guard training.ended == nil, training.confirmed == nil else { return [] }
        let offer = records.offer(training.offer)
        guard offer?.closed == nil else { return [] }
        return [
            TodoLine(
                .confirmTraining, training.id, who: training.provider, until: offer?.terms.start,
                subject: training.competence,
                command: "\(program(training.provider)) training confirm \(records.shown(training.id))"
                    + " --hours \(training.hours) --date D")
        ]
    }

    /// A gap that stands before the start and that no required training covers.
    private func missingTraining(_ transfer: Transfer) -> [TodoLine] {
        guard transfer.openGates.contains("training"), let card = records.card(transfer.card),
            let vacancy = records.vacancy(transfer.vacancy)
        else { return [] }
        let required = records.trainings.filter { $0.offer == transfer.offer }.map(\.competence)
        let who = transfer.receiving
        return CompetenceMatch(held: card.levels, standard: vacancy.standard).gaps
            .filter { !required.contains($0.competence) }
            .map { gap in
                TodoLine(
                    .requireTraining, transfer.id, who: who, until: transfer.start, subject: gap.competence,
                    command: "\(program(who)) training require \(records.shown(transfer.offer))"
                        + " --competence \(gap.competence) --level \(gap.asked) --hours H --provider AGENCY")
            }
    }
}
