import Personnel
import StrictJSON

/// A line of a rule sheet: `{rule, outcome, reason, value: {name: text}, source, article, policy}`.
extension RuleResult {
    public var json: JSONValue {
        .object([
            ("rule", .string(rule.rawValue)), ("outcome", .string(outcome.rawValue)),
            ("reason", .string(reason.rawValue)),
            ("value", .object(value.map { ($0.name, .string($0.text)) })),
            ("source", .string(source)), ("article", .string(article)), ("policy", .integer(policyVersion)),
        ])
    }

    /// The lines of a rule sheet that can be read; a line of a later version is left out.
    public static func sheet(_ bytes: [UInt8]?) -> [RuleResult] {
        guard let bytes, let lines = (try? JSON(parsing: bytes))?.elements else { return [] }
        return lines.compactMap { try? RuleResult(reading: $0) }
    }

    /// The home registry's findings beside the reducer's own, of which the last one of a rule counts. A line that says the same is
    /// left out, and so is one that was made before a post was named.
    public static func findings(sheet: [UInt8]?, computed: [RuleResult]) -> [RuleResult] {
        let own = computed.enumerated().filter { index, result in
            !computed.dropFirst(index + 1).contains { $0.rule == result.rule }
        }.map(\.element)
        return own
            + RuleResult.sheet(sheet).filter { line in
                !own.contains { found in
                    let isSame = found.outcome == line.outcome && found.reason == line.reason
                    return found.rule == line.rule && (isSame || line.reason == .noPostNamed)
                }
            }
    }

    public init(reading json: JSON) throws {
        guard let rule = RuleID(rawValue: try json.requiredString("rule", maxBytes: 8)) else {
            throw BodyError(path: json.path + "/rule", expected: "a rule from R1 to R27")
        }
        guard let outcome = RuleOutcome(rawValue: try json.requiredString("outcome", maxBytes: 20)) else {
            throw BodyError(path: json.path + "/outcome", expected: "pass, fail, needs-human or not-applicable")
        }
        // A later program may know more of them; the line itself is kept in its author's bytes.
        let reason = RuleReason(rawValue: try json.requiredString("reason", maxBytes: 60)) ?? .ofLaterVersion
        let values = try json.requiredObject("value").members ?? []
        self.init(
            rule: rule, outcome: outcome,
            value: try values.map { name, value in
                guard let text = value.string else {
                    throw BodyError(path: value.path, expected: "text")
                }
                return RuleValue(name, text)
            },
            reason: reason,
            source: try json.requiredString("source", maxBytes: 400),
            article: try json.requiredString("article", maxBytes: 400),
            policyVersion: try json.requiredInteger("policy", in: 0...1_000_000))
    }
}
