import StrictJSON
import Testing

@Suite struct JSONLimitsTests {
    private func code(_ text: String, _ limits: JSONLimits) -> JSONError.Code? {
        do {
            _ = try JSON(parsing: text, limits: limits)
            return nil
        } catch {
            return (error as? JSONError)?.code
        }
    }

    private func limits(bytes: Int = 1 << 20, depth: Int = 32, members: Int = 100) -> JSONLimits {
        JSONLimits(maxBytes: bytes, maxDepth: depth, maxMembers: members)
    }

    @Test func bytesCountWithWhitespace() {
        #expect(code(" [1] ", limits(bytes: 5)) == nil)
        #expect(code(" [1]  ", limits(bytes: 5)) == .tooLarge)
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}")]) func standardDepthIsThirtyTwo(open: String, close: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
        }
        #expect(code(nested(32), .standard) == nil)
        #expect(code(nested(33), .standard) == .tooDeep)
        #expect(code(nested(0), limits(depth: 0)) == nil)
        #expect(code(nested(1), limits(depth: 0)) == .tooDeep)
    }

    @Test func greatDepthNeedsNoCallStack() throws {
        let depth = 200_000
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let json = try JSON(parsing: text, limits: limits(depth: depth))
        #expect(json.elements?.count == 1)
        #expect(code(String(repeating: "[", count: depth), limits(depth: depth)) == .syntax)
    }

    @Test func membersAreCountedForEachObjectAndArray() {
        #expect(code("[1,2,3]", limits(members: 3)) == nil)
        #expect(code("[1,2,3,4]", limits(members: 3)) == .tooMany)
        #expect(code(#"{"a":[1,2,3],"b":[1,2,3],"c":0}"#, limits(members: 3)) == nil)
        #expect(code(#"{"a":1,"b":2,"c":3,"d":4}"#, limits(members: 3)) == .tooMany)
        #expect(code("[]", limits(members: 0)) == nil)
        #expect(code("[1]", limits(members: 0)) == .tooMany)
    }

    @Test func standardLimitsAreWhatTheProtocolSays() {
        #expect(JSONLimits.standard == JSONLimits(maxBytes: 16_777_216, maxDepth: 32, maxMembers: 100_000))
    }
}
