/// What the network does to a reply.
enum ReplyFate: String {
    case arrives
    case lost = "reply-lost"
    case damaged = "reply-damaged"
    /// A proxy puts its own page in its place, with status 200.
    case proxyPage = "proxy-page"
    /// A proxy says 502 although the coordinator has answered.
    case badGateway = "bad-gateway"
    /// A proxy gives the node's last reply once more.
    case cached = "cached-reply"

    static func draw(_ rates: Rates, _ dice: inout SeededGenerator) -> ReplyFate {
        if dice.chance(perMille: rates.replyLost) { return .lost }
        if dice.chance(perMille: rates.replyDamaged) { return .damaged }
        if dice.chance(perMille: rates.proxyPage) { return .proxyPage }
        if dice.chance(perMille: rates.badGateway) { return .badGateway }
        if dice.chance(perMille: rates.cachedReply) { return .cached }
        return .arrives
    }
}
