import Personnel

/// One row of `standar-jabatan`: one demand of one post.
public struct StandardRow: Equatable, Sendable {
    /// JENIS with KODE and NILAI.
    public enum Demand: Equatable, Sendable {
        case competence(code: String, level: Int)
        case education(minimum: EducationLevel, field: String?)
        case certificate(kind: String)
        case grades(GradeRange)
        /// Entry into a functional post: the competence test, months of service in its family, the highest age.
        case test(kind: String)
        case service(months: Int)
        case age(limit: Int)
        /// Experience at counters: of one service, or of any.
        case counter(service: String?)
    }

    public let number: Int
    public let postID: String
    public let demand: Demand
}

extension PostStandard {
    /// Puts the rows of one post together; of two rows for one competence the later counts, of two levels of education the
    /// lower, and a row without a field takes any field, as one without a service takes any counter.
    init(_ demands: [StandardRow.Demand]) {
        self.init()
        var takesAnyField = false
        var minimum: EducationLevel?
        var fields: [String] = []
        var asked = FunctionalEntry()
        var services: [String?] = []
        for demand in demands {
            switch demand {
            case .competence(let code, let level):
                levels.removeAll { $0.competence == code }
                levels.append(CompetenceLevel(competence: code, level: level))
            case .education(let level, let field):
                minimum = minimum.map { min($0, level) } ?? level
                takesAnyField = takesAnyField || field == nil
                if let field, !fields.contains(field) {
                    fields.append(field)
                }
            case .certificate(let kind):
                if !certificates.contains(kind) {
                    certificates.append(kind)
                }
            case .grades(let range): grades = range
            case .test(let kind): asked.test = kind
            case .service(let months): asked.months = months
            case .age(let limit): asked.ageLimit = limit
            case .counter(let service): services.append(service)
            }
        }
        education = minimum.map { EducationRequirement(minimum: $0, fields: takesAnyField ? [] : fields) }
        if !services.isEmpty {
            counters =
                services.contains(nil)
                ? []
                : services.compactMap { $0 }
                    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        entry = asked == FunctionalEntry() ? nil : asked
        levels.sort { $0.competence.utf8.lexicographicallyPrecedes($1.competence.utf8) }
        certificates.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
