import Personnel

/// One row of a file about people: whom it is about, and what it says.
public struct PersonRow<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The row as a spreadsheet counts it.
    public let number: Int
    public let nip: NIP
    public let value: Value

    public init(number: Int, nip: NIP, value: Value) {
        self.number = number
        self.nip = nip
        self.value = value
    }
}
