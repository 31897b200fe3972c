import Personnel
import StrictJSON

extension Route {
    /// The most bytes of a code.
    static let codeLimit = 40

    init(reading json: JSON) throws {
        code = try json.requiredString("code", maxBytes: Self.codeLimit)
        home = try json.requiredWord("home", Voice.self)
        receiving = try json.requiredWord("receiving", Voice.self)
        person = try json.optionalWord("person", PersonVoice.self) ?? .none
        opens = try json.optionalArray("opens", maxCount: 3)?.map { try $0.asWord(Opener.self) } ?? [.home, .receiving]
        guard !opens.isEmpty else { throw BodyError(path: json.path + "/opens", expected: "at least one opener") }
        seen = try json.optionalWord("seen", Seen.self) ?? .opening
        guard seen == .opening || (home == .none && receiving == .none && opens == [.desk]) else {
            throw BodyError(
                path: json.path + "/seen",
                expected: "opening: a route that is hidden until the decree asks no agency, and the desk alone opens it"
            )
        }
        opinions = try json.requiredArray("opinions", maxCount: 10).map(Opinion.init(reading:))
        document = try json.requiredObject("document").requiredString("code", maxBytes: Self.codeLimit)
        correction = try json.optionalString("correction", maxBytes: Self.codeLimit)
        assignment = try json.requiredWord("assignment", AssignmentEffect.self)
        isActing = try json.optionalBoolean("acting") ?? false
        guard !isActing || assignment == .second else {
            throw BodyError(path: json.path + "/acting", expected: "none: only a second assignment is acting")
        }
        modes = try json.requiredArray("modes", maxCount: 10).map { mode in
            guard let mode = mode.string else { throw BodyError(path: mode.path, expected: "a vacancy mode") }
            return mode
        }
        ranks = try json.optionalWord("ranks", Ranker.self)
        shortlist = try json.optionalInteger("shortlist", in: Vacancy.shortlistRange)
        let applying = try json.requiredArray("rules", maxCount: 40).map { try $0.asRule() }
        rules = applying
        remarks = try json.optionalArray("remarks", maxCount: 40)?.map { try $0.asRule() } ?? []
        if let stray = remarks.first(where: { !applying.contains($0) }) {
            throw BodyError(
                path: json.path + "/remarks", expected: "rules of the route; \(stray.rawValue) is not in rules")
        }
        // Apart, because a reader of the first sets knows none after the start, nor one of the desk.
        steps =
            try json.requiredArray("steps", maxCount: 20).map { try Step(reading: $0, .before) }
            + (json.optionalArray("afterwards", maxCount: 20) ?? []).map { try Step(reading: $0, .after) }
        guard Set(steps.map(\.step)).count == steps.count else {
            throw BodyError(path: json.path + "/steps", expected: "each step once, with one owner")
        }
        if let stray = steps.compactMap(\.when).first(where: { !applying.contains($0) }) {
            throw BodyError(
                path: json.path + "/steps", expected: "steps for rules of the route; \(stray.rawValue) is not in rules")
        }
        stanceDays = try json.requiredInteger("stanceDays", in: 1...365)
        outerDays = try json.requiredInteger("outerDays", in: 1...365)
        holdDays = try json.requiredInteger("holdDays", in: 1...730)
        sheetDays = try json.optionalInteger("sheetDays", in: 1...365)
        let extended = try json.optionalObject("extension")
        `extension` = try extended.map { extended in
            Extension(
                times: try extended.requiredInteger("times", in: 1...20),
                days: try extended.requiredInteger("days", in: 1...730))
        }
        guard extended == nil || assignment == .second else {
            throw BodyError(path: json.path + "/extension", expected: "none: the move is for good")
        }
        let codes = (opinions.map(\.code) + [document] + (correction.map { [$0] } ?? [])).sorted()
        if let repeated = zip(codes, codes.dropFirst()).first(where: { $0 == $1 })?.0 {
            throw BodyError(
                path: json.path, expected: "distinct codes of opinions, document and correction; \(repeated) repeats")
        }
    }
}

extension Route.Step {
    init(reading json: JSON, _ moment: Moment) throws {
        step = try json.requiredString("step", maxBytes: Route.codeLimit)
        owner = try json.requiredWord("owner", Route.StepOwner.self)
        when = try json["when"].map { try $0.asRule() }
        self.moment = moment
    }
}

extension Route.Opinion {
    /// Rules that a recorded opinion can answer.
    static let answerable: [RuleID] = [.r17, .r18, .r22]

    init(reading json: JSON) throws {
        code = try json.requiredString("code", maxBytes: Route.codeLimit)
        answers = try json.optionalArray("answers", maxCount: 10)?.map { try $0.asRule() } ?? []
        guard answers.allSatisfy(Self.answerable.contains) else {
            let names = Self.answerable.map(\.rawValue).joined(separator: ", ")
            throw BodyError(path: json.path + "/answers", expected: "rules that an opinion answers: \(names)")
        }
        isRequired = try json.optionalBoolean("required") ?? true
    }
}

extension JSON {
    /// A rule's name.
    func asRule() throws -> RuleID {
        guard let id = string.flatMap(RuleID.init(rawValue:)) else {
            throw BodyError(path: path, expected: "a rule from R1 to R27")
        }
        return id
    }

    /// A member that is one word of a list.
    func requiredWord<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type) throws -> Word
    where Word.RawValue == String {
        try required(name).asWord(Word.self)
    }

    /// The same, nil when absent or null.
    func optionalWord<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type) throws -> Word?
    where Word.RawValue == String {
        guard let word = self[name], !word.isNull else { return nil }
        return try word.asWord(Word.self)
    }

    /// One word of a list.
    func asWord<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws -> Word where Word.RawValue == String {
        guard let word = string.flatMap(Word.init(rawValue:)) else {
            throw BodyError(path: path, expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }
}
