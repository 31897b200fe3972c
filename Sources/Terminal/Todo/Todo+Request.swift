import Negotiation
import Personnel

/// Requests of civil servants: answers that are missing, what the personnel agency has to decide, and what home does next.
extension Todo {
    public func lines(of request: Request) -> [TodoLine] {
        guard request.ended == nil, let desk else { return [] }
        let isUnderWay = records.offers.contains { $0.request == request.id && $0.closed == nil }
        guard !isUnderWay else { return [] }
        let until = deadline(of: request)
        let isOverdue = until.map { day in records.today.map { $0 > day } ?? false } ?? false
        let silent = request.asked.filter { request.answer(of: $0) == nil }
        if !silent.isEmpty, !isOverdue {
            return silent.map { line(.answerRequest, request, who: $0, until: until, say: "answer") }
        }
        let word = request.answer(of: desk)?.says ?? decided(request, silent)
        switch word {
        case .accept, .support:
            return [follow(request, desk)]
        case .refuse: return []
        case nil: return [line(.answerRequest, request, who: desk, until: until, say: "answer")]
        }
    }

    /// The last day for an answer of the agencies that are asked.
    func deadline(of request: Request) -> CivilDate? {
        records.currentRoute(request.route).map { request.day.adding(days: $0.stanceDays) }
    }

    /// What the agencies' own words come to: a yes of home and of whoever was named needs no decision.
    private func decided(_ request: Request, _ silent: [AgencyCode]) -> Request.Word? {
        guard silent.isEmpty, request.to != nil else { return nil }
        return request.asked.allSatisfy { request.answer(of: $0)?.says != .refuse } ? .accept : nil
    }

    /// Home proposes; where the route does not let it, the named agency asks, else the desk opens the offer.
    private func follow(_ request: Request, _ desk: AgencyCode) -> TodoLine {
        let opens = records.currentRoute(request.route)?.opens ?? [.home]
        if !opens.contains(.home) {
            if opens.contains(.receiving), let to = request.to {
                return line(.followRequest, request, who: to, until: nil, say: "offer ask")
            }
            if opens.contains(.desk) { return line(.followRequest, request, who: desk, until: nil, say: "offer open") }
        }
        return line(.followRequest, request, who: request.home, until: nil, say: "offer propose")
    }

    private func line(
        _ kind: TodoLine.Kind, _ request: Request, who: AgencyCode, until: CivilDate?, say: String
    ) -> TodoLine {
        let id = records.shown(request.id)
        let word = request.words(of: who, desk: desk ?? who).first?.rawValue ?? Request.Word.refuse.rawValue
        let command =
            say == "answer"
            ? "request answer \(id) \(word) --date D --reason T"
            : "\(say) --card \(records.shown(request.card)) --vacancy V --start D --request \(id)"
        return TodoLine(kind, request.id, who: who, until: until, command: "\(program(who)) \(command)")
    }
}
