/// A stretch of service at a counter (*pengalaman loket*).
public struct CounterExperience: Hashable, Sendable {
    public let service: String
    public let span: DatedSpan

    public init(service: String, span: DatedSpan) {
        self.service = service
        self.span = span
    }
}
