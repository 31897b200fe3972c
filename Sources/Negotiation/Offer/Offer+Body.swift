import Personnel
import StrictJSON

extension Offer {
    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let position = 0...JSON.integerRange.upperBound
        id = record.id
        home = try json.requiredAgency("home")
        receiving = try json.requiredAgency("receiving")
        card = try json.requiredRecordID("card")
        vacancy = try json.requiredRecordID("vacancy")
        route = try json.requiredString("route", maxBytes: 40)
        policy = try json.requiredRecordID("policy")
        moved = try json.optionalObject("moved").map { moved in
            Moved(from: try moved.requiredRecordID("from"), stamp: try EntryStamp(reading: moved))
        }
        terms = try Terms(reading: try json.requiredObject("terms"))
        let stances = try json.requiredObject("stances")
        homeStance = try Stance(reading: stances["home"])
        receivingStance = try Stance(reading: stances["receiving"])
        personStance = try Stance(reading: stances["person"])
        let clocks = try json.requiredObject("clocks")
        homeClock = try clocks.optionalDate("home")
        receivingClock = try clocks.optionalDate("receiving")
        sheet = json["sheet"].flatMap { $0.isNull ? nil : $0.bytes }
        sheetDay = try json.optionalDate("sheetDay")
        computed = try json.requiredArray("computed", maxCount: 40).map(RuleResult.init(reading:))
        override = try json.optionalObject("override").map { value in
            Override(
                proceeds: try value.requiredBoolean("proceeds"),
                sides: try value.requiredArray("sides", maxCount: 2).compactMap(\.string).compactMap(Side.init),
                isOverPerson: try value.optionalBoolean("person") ?? false,
                terms: try value.requiredInteger("terms", in: 1...10_000),
                position: try value.requiredInteger("position", in: position),
                value: try value.requiredObject("value").bytes)
        }
        opinions = try json.requiredArray("opinions", maxCount: 100).map { opinion in
            Opinion(
                code: try opinion.requiredString("code", maxBytes: 40),
                result: try opinion.requiredString("result", maxBytes: 20),
                document: try opinion.requiredRecordID("document"),
                terms: try opinion.requiredInteger("terms", in: 1...10_000),
                position: try opinion.requiredInteger("position", in: position),
                hasConflict: try opinion.optionalBoolean("conflict"),
                isVoid: try opinion.optionalBoolean("void") ?? false)
        }
        hold = try json.optionalObject("hold").map { hold in
            guard let state = Hold.State(rawValue: try hold.requiredString("state", maxBytes: 20)) else {
                throw BodyError(path: hold.path + "/state", expected: "waiting or held")
            }
            return Hold(
                state: state, position: try hold.requiredInteger("position", in: position),
                day: try hold.requiredDate("day"), reason: try hold.requiredString("reason", maxBytes: 40))
        }
        ranked = try json.optionalObject("ranked").map(Ranked.init(reading:))
        replaces = try json.optionalRecordID("replaces")
        request = try json.optionalRecordID("request")
        closed = try Ending(reading: json["closed"])
        package = try json.optionalRecordID("package")
        decreed = try json.optionalObject("decreed").map { decreed in
            Decreed(
                position: try decreed.requiredInteger("position", in: position),
                document: try decreed.requiredRecordID("document"),
                transfer: try decreed.requiredRecordID("transfer"))
        }
    }

    func body(_ route: Route) -> [UInt8] {
        return JSONValue.members([
            ("label", .string(label(route).rawValue)),
            ("home", .string(home.text)),
            ("receiving", .string(receiving.text)),
            ("card", .string(card.text)),
            ("vacancy", .string(vacancy.text)),
            ("route", .string(self.route)),
            ("policy", .string(policy.text)),
            ("terms", terms.json),
            (
                "stances",
                .members([
                    ("home", homeStance?.json), ("receiving", receivingStance?.json), ("person", personStance?.json),
                ])
            ),
            (
                "clocks",
                .members([
                    ("home", homeClock.map { .string($0.iso) }),
                    ("receiving", receivingClock.map { .string($0.iso) }),
                ])
            ),
            ("sheet", sheet.map(JSONValue.verbatim)),
            ("sheetDay", sheetDay.map { .string($0.iso) }),
            ("computed", .array(computed.map(\.json))),
            (
                "override",
                override.map { override in
                    .members([
                        ("proceeds", .boolean(override.proceeds)),
                        ("sides", .array(override.sides.map { .string($0.rawValue) })),
                        ("person", override.isOverPerson ? .boolean(true) : nil),
                        ("terms", .integer(override.terms)),
                        ("position", .integer(override.position)), ("value", .verbatim(override.value)),
                    ])
                }
            ),
            ("opinions", .array(opinions.map(\.json))),
            (
                "hold",
                hold.map { hold in
                    .object([
                        ("state", .string(hold.state.rawValue)), ("position", .integer(hold.position)),
                        ("day", .string(hold.day.iso)), ("reason", .string(hold.reason)),
                    ])
                }
            ),
            ("ranked", ranked?.json),
            ("replaces", replaces.map { .string($0.text) }),
            ("request", request.map { .string($0.text) }),
            ("closed", closed?.json),
            (
                "decreed",
                decreed.map { decreed in
                    .object([
                        ("position", .integer(decreed.position)), ("document", .string(decreed.document.text)),
                        ("transfer", .string(decreed.transfer.text)),
                    ])
                }
            ),
            ("package", package.map { .string($0.text) }),
            ("moved", moved.map { .object([("from", .string($0.from.text))] + $0.stamp.members) }),
        ]).encoded
    }
}

extension Offer.Opinion {
    var json: JSONValue {
        let declared = hasConflict.map { [("conflict", JSONValue.boolean($0))] } ?? []
        return .object(
            [
                ("code", .string(code)), ("result", .string(result)), ("document", .string(document.text)),
                ("terms", .integer(terms)), ("position", .integer(position)),
            ] + declared + (isVoid ? [("void", .boolean(true))] : []))
    }
}
