/// How often what goes wrong in one run, in thousandths: drawn anew for each seed, and zero for about half of all faults,
/// because a mild run reaches states that a wild one never does (swarm testing; Groce and others, 2012).
struct Rates: Equatable {
    // The network, for each request or reply.
    var requestLost = 0
    var requestDuplicated = 0
    var requestDelayed = 0
    var requestDamaged = 0
    var replyLost = 0
    var replyDamaged = 0
    var proxyPage = 0
    var badGateway = 0
    var cachedReply = 0
    /// For each step: some node is cut off for a while, in one direction or both.
    var partition = 0

    // Processes and machines, for each action.
    var nodeKill = 0
    var nodePowerCut = 0
    var coordinatorKill = 0
    var coordinatorPowerCut = 0
    var restartLoop = 0
    /// A second process works on the node's database in the middle of an exchange.
    var secondProcess = 0

    // Clocks, for each step.
    var clockJump = 0
    var clockStuck = 0
    var coordinatorClock = 0

    // Disks, for each action.
    var ioError = 0
    var readError = 0
    var diskFull = 0
    var lyingSync = 0
    var bitRot = 0

    // State, for each step.
    var nodeRestored = 0
    var nodeCloned = 0
    var coordinatorPutBack = 0
    var coordinatorRestored = 0

    // Versions, for each exchange.
    var oldNode = 0

    // Malice, for each step.
    var replayed = 0
    var forged = 0
    var malformed = 0
    var trespass = 0

    static let none = Rates()

    /// Every rate with its most; the names stand in reports and in shrunk traces.
    static let all: [(name: String, rate: any WritableKeyPath<Rates, Int> & Sendable, most: Int)] = [
        ("request-lost", \.requestLost, 300), ("request-duplicated", \.requestDuplicated, 400),
        ("request-delayed", \.requestDelayed, 150), ("request-damaged", \.requestDamaged, 150),
        ("reply-lost", \.replyLost, 300), ("reply-damaged", \.replyDamaged, 150), ("proxy-page", \.proxyPage, 150),
        ("bad-gateway", \.badGateway, 150), ("cached-reply", \.cachedReply, 150), ("partition", \.partition, 60),
        ("node-kill", \.nodeKill, 80), ("node-power-cut", \.nodePowerCut, 80),
        ("coordinator-kill", \.coordinatorKill, 60),
        ("coordinator-power-cut", \.coordinatorPowerCut, 60), ("restart-loop", \.restartLoop, 300),
        ("second-process", \.secondProcess, 100), ("clock-jump", \.clockJump, 60), ("clock-stuck", \.clockStuck, 30),
        ("coordinator-clock", \.coordinatorClock, 40), ("io-error", \.ioError, 60), ("read-error", \.readError, 30),
        ("disk-full", \.diskFull, 60), ("lying-sync", \.lyingSync, 30), ("bit-rot", \.bitRot, 15),
        ("node-restored", \.nodeRestored, 25), ("node-cloned", \.nodeCloned, 25),
        ("coordinator-put-back", \.coordinatorPutBack, 10), ("coordinator-restored", \.coordinatorRestored, 10),
        ("old-node", \.oldNode, 300), ("replayed", \.replayed, 100), ("forged", \.forged, 100),
        ("malformed", \.malformed, 60), ("trespass", \.trespass, 100),
    ]

    static func draw(_ dice: inout SeededGenerator) -> Rates {
        var rates = Rates()
        for (_, rate, most) in all {
            let isOn = dice.chance(perMille: 500)
            let value = dice.within(1...most)
            rates[keyPath: rate] = isOn ? value : 0
        }
        return rates
    }
}
