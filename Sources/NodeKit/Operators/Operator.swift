/// A person who works at a node, as its agency says; there are no passwords, so a name proves nothing by itself.
public struct Operator: Equatable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        case `operator`
        /// The head of the agency, or who signs for it.
        case head
        /// Reads everything and records nothing.
        case auditor

        public var mayRecord: Bool { self != .auditor }
    }

    /// The most operators of a node.
    public static let limit = 100
    /// The most bytes of a name, as operations carry it.
    public static let nameBytes = 100

    public var name: String
    public var role: Role
    /// RFC 3339 of this machine's clock.
    public var since: String

    public init(name: String, role: Role, since: String) {
        self.name = name
        self.role = role
        self.since = since
    }
}
