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
        steps =
            try json.requiredArray("steps", maxCount: 20).map { try Step(reading: $0, .before) }
            + (json.optionalArray("afterwards", maxCount: 20) ?? []).map { try Step(reading: $0, .after) }
        openGates = try json.requiredArray("openGates", maxCount: 40).compactMap(\.string)
        started = try Attested(reading: json["started"])
        pledged = try Attested(reading: json["pledged"])
        began = try json.optionalDate("began")
        file = try Attested(reading: json["file"])
        received = try Attested(reading: json["received"])
        ended = try Ending(reading: json["ended"])
        corrected = try (json.optionalArray("corrected", maxCount: Self.correctionLimit) ?? []).map {
            try $0.asRecordID()
        }
        asked = try json.optionalObject("asked").map { asked in
            let said = try Attested(saidIn: asked, expected: "who asked for it")
            return Extension(
                returns: try asked.requiredDate("return"), by: try asked.requiredWord("by", Side.self), said: said)
        }
        extensions = try (json.optionalArray("extensions", maxCount: 20) ?? []).compactMap(Attested.init(reading:))
        recalled = try Attested(reading: json["recalled"])
        performance = try Attested(reading: json["performance"])
        objection = try json.optionalObject("objection").map(Objection.init(reading:))
    }

    var body: [UInt8] {
        let afterwards = steps.filter { $0.moment == .after }
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
            ("steps", .array(steps.filter { $0.moment == .before }.map(\.json))),
            ("afterwards", afterwards.isEmpty ? nil : .array(afterwards.map(\.json))),
            ("openGates", .array(openGates.map(JSONValue.string))),
            ("started", started?.json),
            ("pledged", pledged?.json),
            ("began", began.map { .string($0.iso) }),
            ("file", file?.json),
            ("received", received?.json),
            ("ended", ended?.json),
            ("corrected", corrected.isEmpty ? nil : .array(corrected.map { .string($0.text) })),
            (
                "asked",
                asked.map { asked in
                    .object([
                        ("return", .string(asked.returns.iso)), ("by", .string(asked.by.rawValue)),
                        ("said", asked.said.json),
                    ])
                }
            ),
            ("extensions", extensions.isEmpty ? nil : .array(extensions.map(\.json))),
            ("recalled", recalled?.json),
            ("performance", performance?.json),
            ("objection", objection?.json),
        ]
        return JSONValue.members(members).encoded
    }
}

extension Transfer.Step {
    init(reading json: JSON, _ moment: Route.Step.Moment) throws {
        owner = try json.requiredWord("owner", Route.StepOwner.self)
        step = try json.requiredString("step", maxBytes: Route.codeLimit)
        self.moment = moment
        done = try Attested(reading: json["done"])
    }

    var json: JSONValue {
        var members: [(String, JSONValue)] = [("step", .string(step)), ("owner", .string(owner.rawValue))]
        members += done.map { [("done", $0.json)] } ?? []
        return .object(members)
    }
}

extension Transfer.Objection {
    init(reading json: JSON) throws {
        let said = try Attested(saidIn: json, expected: "who entered it")
        self.said = said
        received = try json.requiredDate("received")
        filed = try json.requiredDate("filed")
        entered = try json.requiredDate("entered")
        deadline = try json.optionalDate("deadline")
        decideBy = try json.optionalDate("decideBy")
        decided = try Attested(reading: json["decided"])
        isUpheld = try json.optionalBoolean("upheld")
        suspends = try json.requiredBoolean("suspends")
    }

    var json: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("said", said.json), ("received", .string(received.iso)), ("filed", .string(filed.iso)),
            ("entered", .string(entered.iso)), ("deadline", deadline.map { .string($0.iso) }),
            ("decideBy", decideBy.map { .string($0.iso) }), ("decided", decided?.json),
            ("upheld", isUpheld.map(JSONValue.boolean)), ("suspends", .boolean(suspends)),
        ]
        return .members(members)
    }
}
