import StrictJSON
import Testing

@Suite struct JSONGrammarTests {
    static let accepted = [
        "null", "true", "false", "0", "-1", "10", "9007199254740991", "-9007199254740991",
        #""""#, #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e9\u00E9""#, #""\ud83d\ude00""#, #""\u0000""#, #""\uFFFF""#,
        "\"é\u{10FFFF}\u{7F}\"", "\"\u{FFFE}\"",
        "[]", "[ ]", "{}", "{ }", " \t\r\n[1 , 2]\n", #"{"":0}"#, #"{"a":1,"A":2}"#, "{\"\u{e9}\":1,\"e\u{301}\":2}",
        "[[],{},[{}]]",
    ]

    @Test(arguments: accepted) func validTextIsAcceptedAndKept(text: String) throws {
        let json = try JSON(parsing: text)
        #expect(json.bytes == Array(text.utf8).trimmed)
    }

    static let refused: [(String, JSONError.Code, Int)] = [
        ("", .syntax, 0), ("  ", .syntax, 2), ("\u{FEFF}1", .syntax, 0), ("nul", .syntax, 0), ("nulL", .syntax, 0),
        ("True", .syntax, 0), ("NaN", .syntax, 0), ("+1", .syntax, 0), (".5", .syntax, 0), ("'a'", .syntax, 0),
        ("[", .syntax, 1), ("]", .syntax, 0), ("[1", .syntax, 2), ("[1,", .syntax, 3), ("[1,]", .syntax, 3),
        ("[,1]", .syntax, 1), ("[1 2]", .syntax, 3), ("[1}", .syntax, 2), ("[1,,2]", .syntax, 3),
        ("{", .syntax, 1), ("{]", .syntax, 1), (#"{"a"}"#, .syntax, 4), (#"{"a":}"#, .syntax, 5),
        (#"{"a":1,}"#, .syntax, 7),
        (#"{"a" 1}"#, .syntax, 5), ("{a:1}", .syntax, 1), ("{1:1}", .syntax, 1), (#"{"a":1 "b":2}"#, .syntax, 7),
        ("/* */1", .syntax, 0), ("1 // one", .trailing, 2), ("1 2", .trailing, 2), ("{}{}", .trailing, 2),
        ("[]]", .trailing, 2), ("nulll", .trailing, 4), ("\u{A0}1", .syntax, 0), ("1\0", .trailing, 1),
        ("1\u{0B}", .trailing, 1),
        (#"""#, .syntax, 1), (#""a"#, .syntax, 2), (#""\"#, .syntax, 1), (#""\""#, .syntax, 3),
        (#""\x41""#, .syntax, 1),
        (#""\u00""#, .syntax, 1), (#""\u00g0""#, .syntax, 1), (#""\U0041""#, .syntax, 1), (#""\u+041""#, .syntax, 1),
        (#""\ud800""#, .syntax, 1), (#""\udc00""#, .syntax, 1), (#""\ud800\ud800""#, .syntax, 1),
        (#""\ud800\n""#, .syntax, 1),
        (#""\ud800\u0041""#, .syntax, 1), (#""\ude00\ud83d""#, .syntax, 1), (#""\ud800"#, .syntax, 1),
        ("\"a\nb\"", .syntax, 2), ("\"\t\"", .syntax, 1), ("\"\0\"", .syntax, 1), ("\"\u{1F}\"", .syntax, 1),
        ("-", .number, 1), ("-a", .number, 1), ("-0", .number, 0), ("00", .number, 0), ("01", .number, 0),
        ("-01", .number, 0),
        ("1.0", .number, 0), ("1.", .number, 0), ("1e3", .number, 0), ("1E3", .number, 0), ("0.5", .number, 0),
        ("9007199254740992", .number, 0), ("-9007199254740992", .number, 0), ("9223372036854775808", .number, 0),
        ("123456789012345678901234567890123456789012345678901234567890", .number, 0), ("0x10", .trailing, 1),
        (#"{"a":1,"a":2}"#, .duplicateName, 7), (#"{"a":1,"\u0061":2}"#, .duplicateName, 7),
        (#"{"\u0061":1,"b":2,"a":2}"#, .duplicateName, 18), (#"{"":1,"":2}"#, .duplicateName, 6),
        (#"[{"x":{"é":{},"z":[],"\u00e9":0}}]"#, .duplicateName, 22),
    ]

    @Test(arguments: refused) func invalidTextIsRefusedWithItsPlace(text: String, code: JSONError.Code, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
        #expect(error?.code == code)
        #expect(error?.offset == offset)
    }

    static let invalidUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
        [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41], [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0x80, 0x80, 0x80],
        [0xFE], [0xFF],
    ]

    @Test(arguments: invalidUTF8) func invalidUTF8InAStringIsRefused(sequence: [UInt8]) {
        let whole = [UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "x")] + sequence + Array("\"]".utf8)
        #expect(throws: JSONError.self) { try JSON(parsing: whole) }
        let cut = Array(whole.dropLast(2))
        for bytes in [whole, cut] {
            let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.offset == 3)
            #expect(error?.path == "/0")
        }
    }

    @Test func everyTwoByteSequenceIsJudgedAsTheStandardLibraryDoes() {
        for first in UInt8(0x80)...0xFF {
            for second in UInt8(0x20)...0xFF where second != UInt8(ascii: "\"") && second != UInt8(ascii: "\\") {
                for tail in [[], [0x80], [0x80, 0x80]] as [[UInt8]] {
                    let content = [first, second] + tail
                    let isAccepted = (try? JSON(parsing: [0x22] + content + [0x22])) != nil
                    #expect(isAccepted == (String(validating: content, as: UTF8.self) != nil), "\(content)")
                }
            }
        }
    }

    @Test func errorNamesTheMemberThatIsWrong() {
        let paths: KeyValuePairs = [
            #"{"lines":[0,1,2,{"offer":1.5}]}"#: "/lines/3/offer",
            #"{"lines":[0,1 2]}"#: "/lines",
            #"{"a/b":{"c~d":[tru]}}"#: "/a~1b/c~0d/0",
            #"{"a":1 "b":2}"#: "",
            #"{"a":{"b":1,"b":2}}"#: "/a/b",
            #"{"a":[1,]}"#: "/a/1",
        ]
        for (text, path) in paths {
            let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
            #expect(error?.path == path)
        }
    }

    @Test func duplicateInALargeObjectIsFound() throws {
        let names = (0..<500).map { #""name\#($0)":\#($0)"# }
        #expect(try JSON(parsing: "{" + names.joined(separator: ",") + "}").members?.count == 500)
        for count in [16, 17, 499] {
            let text = "{" + names.prefix(count).joined(separator: ",") + #","name7":0}"#
            let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
            #expect(error?.code == .duplicateName)
            #expect(error?.path == "/name7")
            #expect(error?.offset == text.utf8.count - 10)
        }
    }

    @Test func hostileNameIsHarmlessInAPath() throws {
        let name = #"\u001b[31m\u202e"# + String(repeating: "n", count: 100_000)
        let error = #expect(throws: JSONError.self) { try JSON(parsing: "{\"\(name)\":x}") }
        #expect(error?.path == "/\u{FFFD}[31m\u{FFFD}" + String(repeating: "n", count: 58) + "…")
    }

    @Test func codesAreStable() {
        #expect(
            JSONError.Code.allCases.map(\.rawValue) == [
                "json-too-large", "json-too-deep", "json-invalid-utf8", "json-duplicate-name", "json-number",
                "json-syntax",
                "json-trailing", "json-type", "json-missing", "json-range", "json-too-long", "json-too-many",
            ])
    }
}

extension [UInt8] {
    fileprivate var trimmed: [UInt8] {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return Array(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
