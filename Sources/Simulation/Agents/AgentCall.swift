/// One sync of an agent, as somebody sees it who watches the line.
struct AgentCall {
    var machine: String
    /// True time when it began and when it had ended.
    var began: Int
    var ended: Int
    /// At least one exchange got through.
    var isThrough: Bool
    /// Nothing was left to send or to receive.
    var isComplete: Bool
    /// For so many seconds the coordinator asked it to stay away.
    var retryAfter: Int?
    /// Records and retractions that it took in.
    var changes: Int
}
