/// The highest education of a person: its level and, from SLTA on, its field of study.
public struct Education: Hashable, Sendable {
    public let level: EducationLevel
    /// Such as `Ilmu Administrasi Negara`; nil when it is not known.
    public let field: String?

    public init(level: EducationLevel, field: String? = nil) {
        self.level = level
        self.field = field
    }
}
