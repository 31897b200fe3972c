import StrictJSON
import Testing

@Suite struct JSONTypedMembersTests {
    private let line: JSON

    init() throws {
        let document = try JSON(parsing: #"{"line":{"s":"añ","i":12,"b":false,"a":[1,2],"o":{"k":1},"n":null}}"#)
        line = try document.required("line")
    }

    private func error(_ body: () throws -> Any?) -> JSONError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? JSONError
        }
    }

    @Test func membersOfTheirTypeAreReturned() throws {
        #expect(try line.requiredString("s") == "añ")
        #expect(try line.requiredInteger("i") == 12)
        #expect(try line.requiredBoolean("b") == false)
        #expect(try line.requiredArray("a", maxCount: 2).count == 2)
        #expect(try line.requiredObject("o").requiredInteger("k") == 1)
        #expect(try line.optionalString("s") == "añ")
        #expect(try line.optionalInteger("i") == 12)
        #expect(try line.optionalBoolean("b") == false)
        #expect(try line.optionalArray("a", maxCount: 2)?.count == 2)
        #expect(try line.optionalObject("o")?.text == #"{"k":1}"#)
        #expect(try line.required("n").isNull)
    }

    @Test(arguments: ["n", "absent"]) func nullAndAbsentAreNilWhereOptional(name: String) throws {
        #expect(try line.optionalString(name) == nil)
        #expect(try line.optionalInteger(name) == nil)
        #expect(try line.optionalBoolean(name) == nil)
        #expect(try line.optionalArray(name, maxCount: 0) == nil)
        #expect(try line.optionalObject(name) == nil)
    }

    @Test func missingMemberIsNamed() {
        let missing = error { try line.requiredString("absent") }
        #expect(missing?.code == .missing)
        #expect(missing?.path == "/line/absent")
        #expect(missing?.offset == 8)
    }

    @Test func nullIsNotTheRequiredType() {
        #expect(error { try line.requiredString("n") }?.message == "expected a string, found null")
        #expect(error { try line.requiredObject("n") }?.code == .wrongType)
    }

    @Test func anotherTypeIsRefusedEverywhere() {
        let attempts: [() throws -> Any?] = [
            { try self.line.requiredString("i") }, { try self.line.requiredInteger("s") },
            { try self.line.requiredBoolean("i") }, { try self.line.requiredArray("o", maxCount: 9) },
            { try self.line.requiredObject("a") }, { try self.line.optionalString("i") },
            { try self.line.optionalInteger("b") }, { try self.line.optionalBoolean("s") },
            { try self.line.optionalArray("s", maxCount: 9) }, { try self.line.optionalObject("s") },
        ]
        for attempt in attempts {
            #expect(error(attempt)?.code == .wrongType)
        }
    }

    @Test func memberOfANonObjectIsATypeErrorAtTheValue() throws {
        let list = try line.required("a")
        for attempt in [{ try list.required("x") }, { try list.optionalObject("x") }] as [() throws -> JSON?] {
            let wrong = error(attempt)
            #expect(wrong?.code == .wrongType)
            #expect(wrong?.path == "/line/a")
        }
    }

    @Test func limitsHoldAtTheLimitAndNotOnePast() throws {
        #expect(try line.requiredString("s", maxBytes: 3) == "añ")
        #expect(error { try line.requiredString("s", maxBytes: 2) }?.code == .tooLong)
        #expect(try line.requiredInteger("i", in: 12...12) == 12)
        #expect(error { try line.requiredInteger("i", in: 13...20) }?.code == .range)
        #expect(error { try line.optionalInteger("i", in: 0...11) }?.code == .range)
        #expect(error { try line.requiredArray("a", maxCount: 1) }?.code == .tooMany)
    }

    @Test func descriptionSaysCodePlaceAndReason() {
        let text = error { try line.requiredInteger("s") }.map(\.description)
        #expect(text == "json-type at /line/s, byte 13: expected an integer, found a string")
    }
}
