/// A line of 1,000 bytes a second with round trips of five seconds, on which three of ten exchanges are lost and every
/// connection breaks after less than a minute: GSM data in a hill village.
struct SlowLine {
    static let bytesInMillisecond = 1
    static let roundTripMilliseconds = 5000
    static let lossPerMille = 300
    static let upSeconds = 30...50

    /// What becomes of an exchange.
    enum Fate: Equatable {
        case arrives
        /// The request never came to the coordinator.
        case requestLost
        case replyLost
    }

    /// How long an exchange of so many bytes takes, and whether its end is seen.
    static func carry(bytes: Int, _ dice: inout SeededGenerator) -> (milliseconds: Int, fate: Fate) {
        let whole = roundTripMilliseconds + bytes / bytesInMillisecond
        let up = dice.within(upSeconds) * 1000
        let isLost = dice.chance(perMille: lossPerMille)
        let isEarly = dice.chance(perMille: 500)
        if isLost { return (min(dice.within(1...whole), up), isEarly ? .requestLost : .replyLost) }
        return whole > up ? (up, .replyLost) : (whole, .arrives)
    }
}
