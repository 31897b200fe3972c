import Personnel

/// A stretch in which a person served the public at a counter.
public struct CounterDuty: Equatable, Sendable {
    /// The service, in the words of the agency.
    public var service: String
    public var span: DatedSpan

    public init(service: String, span: DatedSpan) {
        self.service = service
        self.span = span
    }
}
