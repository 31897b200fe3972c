import Personnel
import StrictJSON

/// How the seats of a vacancy are given among the offers that every party is settled about.
extension Vacancy {
    public enum Mode: String, Sendable, CaseIterable {
        /// In the order in which they were agreed.
        case first
        /// Collected until the closing date, then ranked with a reason for each that is passed over.
        case selection
        /// Ranked by the personnel agency, whenever its round comes to it.
        case round
    }

    /// How many offers an order may name for each seat.
    static let shortlistRange = 1...10

    /// Who ranks its offers; nil where the order of agreement decides. The route's word goes before the vacancy's; what is hidden
    /// from the agencies only the desk can rank.
    public func ranker(_ route: Route?) -> Ranker? {
        switch Mode(rawValue: mode) {
        case .selection where route?.isHidden == true: .desk
        case .selection: route?.ranks ?? group("mode")?["ranks"]?.string.flatMap(Ranker.init) ?? .receiving
        case .round: .desk
        case .first, nil: nil
        }
    }

    /// Whether its offers can be ranked on a day: a selection after its closing date, a round's at any time.
    public func isRankable(on day: CivilDate) -> Bool {
        mode == Mode.selection.rawValue ? isPastDate(on: day) : mode == Mode.round.rawValue
    }

    /// The most offers that an order may name; nil without a limit.
    public func shortlist(_ route: Route?) -> Int? {
        [route?.shortlist, group("mode")?["shortlist"]?.integer].compactMap { $0 }.min().map { $0 * max(1, seats) }
    }

    /// `{"mode","shortlist"?,"ranks"?}`; a selection has a closing date.
    func checkMode(_ group: JSON) throws {
        let mode = try group.requiredString("mode", maxBytes: 20)
        _ = try group.optionalInteger("shortlist", in: Self.shortlistRange)
        if try group.optionalString("ranks", maxBytes: 20) != nil {
            _ = try group.requiredWord("ranks", Ranker.self)
        }
        if mode == Mode.selection.rawValue, openUntil == nil {
            throw BodyError(path: "/vacancy/kind/openUntil", expected: "the closing date of the selection")
        }
    }
}

/// Who puts the offers of a vacancy into an order.
public enum Ranker: String, Sendable, CaseIterable {
    case receiving
    /// The personnel agency, for a board or for its round.
    case desk
}
