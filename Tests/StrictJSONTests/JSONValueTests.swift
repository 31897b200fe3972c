import StrictJSON
import Testing

@Suite struct JSONValueTests {
    @Test func literalsKeepTheirOrder() {
        let value: JSONValue = ["z": 1, "a": [true, nil, "x"], "m": [:], "e": []]
        #expect(value.encodedText == #"{"z":1,"a":[true,null,"x"],"m":{},"e":[]}"#)
    }

    @Test func onlyWhatMustBeIsEscaped() {
        let value = JSONValue.string("\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1}\u{1F}\u{7F}é\u{2028}😀")
        #expect(value.encodedText == #""\"\\/\b\t\n\f\r\u0000\u0001\u001f"# + "\u{7F}é\u{2028}😀\"")
    }

    @Test func everyScalarOfTheFirstPlaneSurvives() throws {
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else {
                continue
            }
            let string = String(Character(scalar))
            let read = try JSON(parsing: JSONValue.object([(string, .string(string))]).encoded)
            #expect(read[string]?.string.map { Array($0.utf8) } == Array(string.utf8))
        }
    }

    @Test func verbatimIsEmbeddedExactly() throws {
        let received = try JSON(parsing: #"{"body": { "a":1,  "future":[ ] } }"#)
        let body = try received.requiredObject("body")
        let value: JSONValue = ["body": JSONValue(body), "ready": .verbatim(Array("[1 ,2]".utf8))]
        #expect(value.encodedText == #"{"body":{ "a":1,  "future":[ ] },"ready":[1 ,2]}"#)
        #expect(try JSON(parsing: value.encoded)["body"]?.bytes == body.bytes)
    }

    @Test func nilIsWrittenAsNull() {
        let absent: String? = nil
        let number: Int? = nil
        #expect(
            JSONValue.array([.optional(absent), .optional("x"), .optional(number), .optional(3)]) == [nil, "x", nil, 3])
    }

    @Test func equalityIsOfBytes() {
        #expect(JSONValue.string("\u{e9}") != .string("e\u{301}"))
        #expect((["a": 1, "b": 2] as JSONValue) != ["b": 2, "a": 1])
        #expect((["a": 1] as JSONValue) == .verbatim(Array(#"{"a":1}"#.utf8)))
    }

    @Test func prettyPrintingIndentsVerbatimPartsToo() {
        let value: JSONValue = [
            "name": #"a "quoted" {[,:]} \"#,
            "empty": [[:], []],
            "part": .verbatim(Array("{ \"x\" :[1,\t2 ] , \"y\":\"\\\\\" ,\"z\":{ }}".utf8)),
        ]
        let expected = #"""
            {
              "name": "a \"quoted\" {[,:]} \\",
              "empty": [
                {},
                []
              ],
              "part": {
                "x": [
                  1,
                  2
                ],
                "y": "\\",
                "z": {}
              }
            }
            """#
        #expect(value.prettyPrinted() == expected)
        #expect(JSONValue.string("x").prettyPrinted() == #""x""#)
    }
}
