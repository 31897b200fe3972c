/// What a decision is told beside the operation and the records: no clock, no randomness.
public struct DecisionContext: Sendable {
    /// The journal position that this decision takes.
    public var position: Int
    public var author: Author
    /// The highest cursor position that any node of an agency has reached: what it has certainly been told.
    public var reach: [AgencyCode: Int]
    /// The n-th further record id that an operation of an agency makes.
    public var derivedID: @Sendable (AgencyCode, OperationID, Int) -> RecordID

    public init(
        position: Int, author: Author, reach: [AgencyCode: Int] = [:],
        derivedID: @escaping @Sendable (AgencyCode, OperationID, Int) -> RecordID
    ) {
        self.position = position
        self.author = author
        self.reach = reach
        self.derivedID = derivedID
    }

    /// The same decision as another author's.
    func of(_ author: Author) -> DecisionContext {
        var context = self
        context.author = author
        return context
    }
}
