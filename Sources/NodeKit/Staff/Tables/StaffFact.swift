import Personnel

/// One row of a part of a person's record: in its table and in a personnel file the same values.
protocol StaffFact: Equatable, Sendable {
    static var part: StaffPart { get }
    /// Nil when a value is missing or impossible.
    init?(_ fields: StaffFields)
    /// The values in the order of `StaffPart.columns`.
    var cells: [StaffCell] { get }
}

extension Appraisal: StaffFact {
    static var part: StaffPart { .appraisals }

    init?(_ fields: StaffFields) {
        guard let year = fields.integer("year"), CivilDate.years.contains(year),
            let rating = fields.text("rating").flatMap(SKPRating.init(rawValue:))
        else { return nil }
        self.init(year: year, rating: rating)
    }

    var cells: [StaffCell] { [.integer(year), .text(rating.rawValue)] }
}

extension CompetenceScore: StaffFact {
    static var part: StaffPart { .competences }

    init?(_ fields: StaffFields) {
        guard let competence = fields.text("competence"), let level = fields.integer("level"),
            let assessed = fields.date("assessed")
        else { return nil }
        self.init(competence: competence, level: level, assessed: assessed)
    }

    var cells: [StaffCell] { [.text(competence), .date(assessed), .integer(level)] }
}

extension Certificate: StaffFact {
    static var part: StaffPart { .certificates }

    init?(_ fields: StaffFields) {
        guard let kind = fields.text("kind"), let number = fields.text("number"), let issuer = fields.text("issuer"),
            fields.isDateOrEmpty("validUntil")
        else { return nil }
        self.init(
            kind: kind, number: number, issuer: issuer, place: fields.text("place"),
            validUntil: fields.date("validUntil"))
    }

    var cells: [StaffCell] {
        [.text(kind), .text(number), .text(issuer), .optional(place), .date(validUntil)]
    }
}

extension Training: StaffFact {
    static var part: StaffPart { .trainings }

    init?(_ fields: StaffFields) {
        guard let name = fields.text("name"), let date = fields.date("date"), let hours = fields.integer("hours"),
            (0...10_000).contains(hours)
        else { return nil }
        self.init(name: name, hours: hours, date: date, competence: fields.text("competence"))
    }

    var cells: [StaffCell] { [.text(name), .date(date), .integer(hours), .optional(competence)] }
}

extension Sanction: StaffFact {
    static var part: StaffPart { .sanctions }

    init?(_ fields: StaffFields) {
        guard let kind = fields.text("kind"), let level = fields.text("level").flatMap(Level.init(rawValue:)),
            let since = fields.date("since"), fields.isDateOrEmpty("until")
        else { return nil }
        self.init(kind: kind, level: level, from: since, until: fields.date("until"))
    }

    var cells: [StaffCell] { [.text(kind), .date(from), .text(level.rawValue), .date(until)] }
}

extension Leave: StaffFact {
    static var part: StaffPart { .leaves }

    init?(_ fields: StaffFields) {
        guard let kind = fields.text("kind").flatMap(Kind.init(rawValue:)), let span = fields.span else { return nil }
        self.init(kind: kind, span: span)
    }

    var cells: [StaffCell] { [.text(kind.rawValue), .date(span.from), .date(span.until)] }
}

extension CounterExperience: StaffFact {
    static var part: StaffPart { .counterDuties }

    init?(_ fields: StaffFields) {
        guard let service = fields.text("service"), let span = fields.span else { return nil }
        self.init(service: service, span: span)
    }

    var cells: [StaffCell] { [.text(service), .date(span.from), .date(span.until)] }
}

extension TalentScore: StaffFact {
    static var part: StaffPart { .talents }

    init?(_ fields: StaffFields) {
        guard let performance = fields.integer("performance"), let potential = fields.integer("potential"),
            let assessed = fields.date("assessed")
        else { return nil }
        self.init(performance: performance, potential: potential, assessed: assessed)
    }

    var cells: [StaffCell] { [.date(assessed), .integer(performance), .integer(potential)] }
}

extension StaffFields {
    /// The columns `since` and `until`, nil when they are no span.
    var span: DatedSpan? {
        guard let since = date("since"), isDateOrEmpty("until") else { return nil }
        return DatedSpan(from: since, until: date("until"))
    }
}
