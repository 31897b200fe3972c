/// What the network does to a request.
enum RequestFate: String {
    case arrives
    case lost = "request-lost"
    /// It arrives, and a copy of it arrives later.
    case duplicated = "request-duplicated"
    /// It arrives after its sender has given up.
    case delayed = "request-delayed"
    case damaged = "request-damaged"

    static func draw(_ rates: Rates, _ dice: inout SeededGenerator) -> RequestFate {
        if dice.chance(perMille: rates.requestLost) { return .lost }
        if dice.chance(perMille: rates.requestDelayed) { return .delayed }
        if dice.chance(perMille: rates.requestDamaged) { return .damaged }
        if dice.chance(perMille: rates.requestDuplicated) { return .duplicated }
        return .arrives
    }
}
