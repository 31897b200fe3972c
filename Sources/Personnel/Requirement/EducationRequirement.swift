/// The education that a post asks for: a lowest level and the fields that fit; no fields means any field.
public struct EducationRequirement: Hashable, Sendable {
    public let minimum: EducationLevel
    public let fields: [String]

    public init(minimum: EducationLevel, fields: [String] = []) {
        self.minimum = minimum
        self.fields = fields
    }

    /// Whether a field of study is one of those asked for, or nil when it is not known.
    public func takes(field: String?) -> Bool? {
        if fields.isEmpty {
            return true
        }
        return field.map { known in fields.contains { LooseText.matches($0, known) } }
    }
}
