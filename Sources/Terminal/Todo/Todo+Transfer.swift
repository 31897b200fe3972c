import Negotiation
import Personnel

/// From the decree to the start: steps, training and the start itself.
extension Todo {
    public func lines(of transfer: Transfer) -> [TodoLine] {
        let own: [TodoLine] =
            switch transfer.state {
            case .started, .ended: steps(transfer, until: nil) + extensions(transfer)
            case .ready: transfer.pledged == nil ? isReorganised(transfer.vacancy) ? [] : [start(transfer)] : []
            case .preparing: steps(transfer, until: transfer.start) + missingTraining(transfer)
            }
        return own + objections(transfer) + corrections(transfer)
    }

    private func start(_ transfer: Transfer) -> TodoLine {
        let who = transfer.receiving
        return TodoLine(
            .startTransfer, transfer.id, who: who, until: transfer.start,
            command:
                "\(program(who)) transfer start \(records.shown(transfer.id)) --date \(transfer.start.iso) --number N")
    }

    private func steps(_ transfer: Transfer, until: CivilDate?) -> [TodoLine] {
        transfer.openSteps.compactMap { step in
            guard let desk else { return nil }
            let who = transfer.agency(step.owner, desk: desk)
            let verb = ["brief", "handover"].contains(step.step) ? step.step : "step"
            let id = records.shown(transfer.id)
            let command = verb == "step" ? "transfer step \(id) \(step.step)" : "transfer \(verb) \(id)"
            return TodoLine(
                .takeStep, transfer.id, who: who, until: until, subject: step.step,
                command: "\(program(who)) \(command) --date D")
        }
    }

    /// The other agency's answer to a later return.
    private func extensions(_ transfer: Transfer) -> [TodoLine] {
        guard let asked = transfer.asked, transfer.ended == nil else { return [] }
        let who = transfer.agency(asked.by.other)
        return [
            TodoLine(
                .answerExtension, transfer.id, who: who, until: transfer.returns, subject: asked.returns.iso,
                command: "\(program(who)) transfer extend \(records.shown(transfer.id)) --return \(asked.returns.iso)")
        ]
    }

    private func objections(_ transfer: Transfer) -> [TodoLine] {
        guard let desk, let objection = transfer.objection, objection.isUpheld == nil else { return [] }
        return [
            TodoLine(
                .decideObjection, transfer.id, who: desk, until: objection.decideBy,
                command:
                    "\(program(desk)) transfer decide \(records.shown(transfer.id)) reject --number N --date D --reason T"
            )
        ]
    }

    /// An objection that was upheld before the start ends in a correction.
    private func corrections(_ transfer: Transfer) -> [TodoLine] {
        guard let desk, transfer.objection?.isUpheld == true, transfer.corrected.isEmpty, transfer.started == nil,
            transfer.ended == nil, let code = records.offer(transfer.offer).flatMap(records.route)?.correction
        else { return [] }
        return [
            TodoLine(
                .correctDecree, transfer.id, who: desk, until: transfer.start, subject: code,
                command: "\(program(desk)) document issue --type \(code) --number N --date D --signer S --standing S"
                    + " --corrects \(records.shown(transfer.document)) --struck \(records.shown(transfer.offer))")
        ]
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
