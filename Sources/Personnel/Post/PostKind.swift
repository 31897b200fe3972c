/// The three kinds of post (*jenis jabatan*); the raw value stands on the wire.
public enum PostKind: String, Hashable, Sendable, CaseIterable {
    /// Managerial: pengawas, administrator and JPT.
    case structural
    /// Functional (*jabatan fungsional*), with a level of its own.
    case functional
    /// Executing (*jabatan pelaksana*).
    case pelaksana

    /// Whether the election ban protects a holder (UU 10/2016 Ps 71(2)): JPT, administrator and pengawas, and of the others
    /// a functional one that heads a unit. Nil when it depends on what is not stated.
    public func isOfficial(headsUnit: Bool?) -> Bool? {
        switch self {
        case .structural: true
        case .functional: headsUnit
        case .pelaksana: false
        }
    }
}
