import Personnel

/// The decree (SK) behind an assignment or its end.
public struct Decree: Equatable, Sendable {
    public var number: String
    public var date: CivilDate?

    public init(number: String, date: CivilDate? = nil) {
        self.number = number
        self.date = date
    }
}
