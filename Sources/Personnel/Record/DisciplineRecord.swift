/// What an agency states about a person's discipline.
///
/// It is one statement: who records the sanctions states with them whether a discipline or court case is open. Without
/// the statement nothing is known, which is not the same as an empty one.
public struct DisciplineRecord: Hashable, Sendable {
    public let sanctions: [Sanction]
    public let hasOpenCase: Bool

    public init(sanctions: [Sanction], hasOpenCase: Bool = false) {
        self.sanctions = sanctions
        self.hasOpenCase = hasOpenCase
    }
}
