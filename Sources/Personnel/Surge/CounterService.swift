/// What visitors meet at a counter with so many people, in whole numbers.
public struct CounterService: Hashable, Sendable {
    /// People at the windows at the same time.
    public let agents: Int
    /// Of a thousand visitors, how many have to wait at all; rounded to the nearest.
    public let waitingPermille: Int
    /// The average wait of all visitors, in seconds rounded to the nearest.
    public let averageWaitSeconds: Int
    /// Of a thousand visitors, how many wait no longer than was asked; rounded down, so that nothing is promised too much.
    public let answeredPermille: Int
    /// How much of their time the people serve, in per mille, rounded down.
    public let occupancyPermille: Int

    public init(
        agents: Int, waitingPermille: Int, averageWaitSeconds: Int, answeredPermille: Int, occupancyPermille: Int
    ) {
        self.agents = agents
        self.waitingPermille = waitingPermille
        self.averageWaitSeconds = averageWaitSeconds
        self.answeredPermille = answeredPermille
        self.occupancyPermille = occupancyPermille
    }

    /// How many people to ask for when so many are there: never below 0.
    public func gap(present: Int) -> Int {
        max(agents - max(present, 0), 0)
    }
}
