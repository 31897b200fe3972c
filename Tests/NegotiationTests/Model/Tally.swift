import StrictJSON

@testable import Negotiation

/// What walks really reached.
struct Tally: Sendable {
    /// How often: kinds that were accepted or merged, outcomes, codes, labels, states, endings.
    private(set) var counts: [String: Int] = [:]

    subscript(name: String) -> Int { counts[name] ?? 0 }

    mutating func count(_ kind: String, _ decision: Decision, _ picture: Picture) {
        let outcome = decision.outcome
        add("outcome \(outcome.kind.rawValue)")
        outcome.code.map { add("code \($0.rawValue)") }
        if outcome.kind == .accepted || outcome.kind == .merged {
            add("kind \(kind)")
        }
        for case .put(let record) in decision.effects {
            if let offer = picture.offers[record.id] {
                picture.label(of: offer).map { add("label \($0.rawValue)") }
                offer.closed.map { add("closed \($0.reason)") }
                if offer.request != nil, picture.cards[offer.card]?.isOpen == false { add("offer asked by request") }
            }
            picture.transfers[record.id].map { add("transfer \($0.state.rawValue)") }
            if let package = picture.packages[record.id] {
                add("package \(package.state.rawValue)")
                package.ended.map { add("package \($0.reason)") }
                if package.decreed?.more.isEmpty == false { add("package of several documents") }
            }
            if let vacancy = picture.vacancies[record.id] {
                vacancy.ended.map { add("vacancy \($0.reason)") }
                if vacancy.openedBy != nil { add("vacancy by the desk \(record.audience == .all ? "seen" : "hidden")") }
            }
        }
    }

    mutating func add(_ name: String, _ times: Int = 1) {
        counts[name, default: 0] += times
    }

    mutating func add(_ other: Tally) {
        for (name, times) in other.counts {
            add(name, times)
        }
    }

    /// The names that nothing reached.
    func missing(of names: [String]) -> [String] {
        names.filter { self[$0] == 0 }
    }
}
