/// The three kinds of post (*jenis jabatan*); the raw value stands on the wire.
public enum PostKind: String, Hashable, Sendable, CaseIterable {
    /// Managerial: pengawas, administrator and JPT.
    case structural
    /// Functional (*jabatan fungsional*), with a level of its own.
    case functional
    /// Executing (*jabatan pelaksana*).
    case pelaksana
}
