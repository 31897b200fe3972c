/// Turns the errors of one part of the program into failures.
///
/// A program that uses a part which this module does not know, such as the coordinator's store, brings a reader of its
/// own for it.
public struct FailureReader: Sendable {
    /// The failure, or nil when the error is none of this part's.
    public let read: @Sendable (any Error) -> Failure?

    public init(_ read: @escaping @Sendable (any Error) -> Failure?) {
        self.read = read
    }
}

extension Failure {
    /// The failure that an error is: what the given readers say of it, else what this module knows, else a bug.
    public init(_ error: any Error, readers: [FailureReader] = []) {
        self =
            readers.lazy.compactMap { $0.read(error) }.first
            ?? Self.known(error)
            ?? Failure(.terminal, "bug", exit: .bug, detail: "\(type(of: error)): \(error)")
    }
}
