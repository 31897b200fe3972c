import Personnel

/// One row of `HierarkiUnor`.
public struct UnitRow: Equatable, Sendable {
    public let number: Int
    public let unit: Unit
}
