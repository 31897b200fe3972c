import Personnel
import StrictJSON

/// How one kind of move is decided: data of the region's policy, never known to code by its name.
public struct Route: Equatable, Sendable {
    /// How a party takes part.
    public enum Voice: String, Sendable, CaseIterable {
        /// Its agreement is needed; its refusal or silence closes the offer.
        case required
        /// It is heard; a refusal or silence goes to the personnel agency, which decides with a reason.
        case heard
        /// It is not asked.
        case none
    }

    /// What the move does to the person's assignments.
    public enum AssignmentEffect: String, Sendable, CaseIterable {
        /// The person leaves the old post for the new one.
        case definitive
        /// A second, dated assignment; post, pay and appraisal stay at home.
        case second
    }

    public enum StepOwner: String, Sendable, CaseIterable {
        case home
        case receiving
    }

    /// A step between decree and start.
    public struct Step: Equatable, Sendable {
        /// The verb of the command that does it: `brief` or `handover`.
        public let step: String
        public let owner: StepOwner
    }

    public let code: String
    public let home: Voice
    public let receiving: Voice
    /// Codes of the opinions, in their order.
    public let opinions: [String]
    /// Code of the document that ends it.
    public let document: String
    public let assignment: AssignmentEffect
    /// Vacancy modes that the route allows.
    public let modes: [String]
    /// The rules that apply; all others are shown as not applicable.
    public let rules: [RuleID]
    public let steps: [Step]
    /// Days that a party has from the first day on which it certainly knew the terms.
    public let stanceDays: Int
    /// Days after which silence counts even when the party never synced.
    public let outerDays: Int
    /// Days that a hold may stand without progress.
    public let holdDays: Int

    init(reading json: JSON) throws {
        code = try json.requiredString("code", maxBytes: 40)
        home = try Self.voice(json, "home")
        receiving = try Self.voice(json, "receiving")
        opinions = try json.requiredArray("opinions", maxCount: 10).map { try $0.requiredString("code", maxBytes: 40) }
        document = try json.requiredObject("document").requiredString("code", maxBytes: 40)
        guard let assignment = AssignmentEffect(rawValue: try json.requiredString("assignment", maxBytes: 20)) else {
            throw BodyError(path: json.path + "/assignment", expected: "definitive or second")
        }
        self.assignment = assignment
        modes = try json.requiredArray("modes", maxCount: 10).map { mode in
            guard let mode = mode.string else { throw BodyError(path: mode.path, expected: "a vacancy mode") }
            return mode
        }
        rules = try json.requiredArray("rules", maxCount: 40).map { rule in
            guard let id = rule.string.flatMap(RuleID.init(rawValue:)) else {
                throw BodyError(path: rule.path, expected: "a rule from R1 to R27")
            }
            return id
        }
        steps = try json.requiredArray("steps", maxCount: 20).map { step in
            guard let owner = StepOwner(rawValue: try step.requiredString("owner", maxBytes: 20)) else {
                throw BodyError(path: step.path + "/owner", expected: "home or receiving")
            }
            let name = try step.requiredString("step", maxBytes: 20)
            guard name == "brief" || name == "handover" else {
                throw BodyError(path: step.path + "/step", expected: "brief or handover")
            }
            return Step(step: name, owner: owner)
        }
        guard Set(steps.map(\.step)).count == steps.count else {
            throw BodyError(path: json.path + "/steps", expected: "each step once, with one owner")
        }
        stanceDays = try json.requiredInteger("stanceDays", in: 1...365)
        outerDays = try json.requiredInteger("outerDays", in: 1...365)
        holdDays = try json.requiredInteger("holdDays", in: 1...730)
        var codes = opinions + [document]
        codes.sort()
        if let repeated = zip(codes, codes.dropFirst()).first(where: { $0 == $1 })?.0 {
            throw BodyError(path: json.path, expected: "distinct codes of opinions and document; \(repeated) repeats")
        }
    }

    func voice(of side: Side) -> Voice {
        switch side {
        case .home: home
        case .receiving: receiving
        }
    }

    private static func voice(_ json: JSON, _ name: String) throws -> Voice {
        guard let voice = Voice(rawValue: try json.requiredString(name, maxBytes: 20)) else {
            throw BodyError(path: json.path + "/" + name, expected: "required, heard or none")
        }
        return voice
    }
}
