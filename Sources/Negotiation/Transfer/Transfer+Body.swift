import Personnel
import StrictJSON

extension Transfer {
    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        id = record.id
        offer = try json.requiredRecordID("offer")
        card = try json.requiredRecordID("card")
        vacancy = try json.requiredRecordID("vacancy")
        document = try json.requiredRecordID("document")
        home = try json.requiredAgency("home")
        receiving = try json.requiredAgency("receiving")
        route = try json.requiredString("route", maxBytes: 40)
        policy = try json.requiredRecordID("policy")
        let effect = try json.requiredString("assignment", maxBytes: 20)
        guard let effect = Route.AssignmentEffect(rawValue: effect) else {
            throw BodyError(path: "/assignment", expected: "definitive or second")
        }
        self.effect = effect
        start = try json.requiredDate("start")
        returns = try json.optionalDate("return")
        sheet = json["sheet"].flatMap { $0.isNull ? nil : $0.bytes }
        computed = try json.requiredArray("computed", maxCount: 40).map(RuleResult.init(reading:))
        steps = try json.requiredArray("steps", maxCount: 20).map(Step.init(reading:))
        openGates = try json.requiredArray("openGates", maxCount: 40).compactMap(\.string)
        started = try Attested(reading: json["started"])
        file = try Attested(reading: json["file"])
        received = try Attested(reading: json["received"])
        ended = try Ending(reading: json["ended"])
    }

    var body: [UInt8] {
        let members: [(String, JSONValue?)] = [
            ("state", .string(state.rawValue)),
            ("offer", .string(offer.text)),
            ("card", .string(card.text)),
            ("vacancy", .string(vacancy.text)),
            ("document", .string(document.text)),
            ("home", .string(home.text)),
            ("receiving", .string(receiving.text)),
            ("route", .string(route)),
            ("policy", .string(policy.text)),
            ("assignment", .string(effect.rawValue)),
            ("start", .string(start.iso)),
            ("return", returns.map { .string($0.iso) }),
            ("sheet", sheet.map(JSONValue.verbatim)),
            ("computed", .array(computed.map(\.json))),
            ("steps", .array(steps.map(\.json))),
            ("openGates", .array(openGates.map(JSONValue.string))),
            ("started", started?.json),
            ("file", file?.json),
            ("received", received?.json),
            ("ended", ended?.json),
        ]
        return JSONValue.object(members.compactMap { name, value in value.map { (name, $0) } }).encoded
    }
}

extension Transfer.Step {
    init(reading json: JSON) throws {
        guard let owner = Side(rawValue: try json.requiredString("owner", maxBytes: 20)) else {
            throw BodyError(path: json.path + "/owner", expected: "home or receiving")
        }
        self.owner = owner
        step = try json.requiredString("step", maxBytes: 20)
        done = try Attested(reading: json["done"])
    }

    var json: JSONValue {
        var members: [(String, JSONValue)] = [("step", .string(step)), ("owner", .string(owner.rawValue))]
        members += done.map { [("done", $0.json)] } ?? []
        return .object(members)
    }
}
