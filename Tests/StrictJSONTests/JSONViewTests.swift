import StrictJSON
import Testing

@Suite struct JSONViewTests {
    @Test func nestedPartsKeepTheirExactBytes() throws {
        let json = try JSON(parsing: " \n{ \"a\" :\t[ 1 ,{ \"b\":\"x\\u0041\" } , [ ] ]\r\n, \"c\" : -7 }\t ")
        #expect(json.text == "{ \"a\" :\t[ 1 ,{ \"b\":\"x\\u0041\" } , [ ] ]\r\n, \"c\" : -7 }")
        let list = try #require(json["a"]?.elements)
        #expect(list.map(\.text) == ["1", #"{ "b":"x\u0041" }"#, "[ ]"])
        #expect(json["a"]?.text == "[ 1 ,{ \"b\":\"x\\u0041\" } , [ ] ]")
        #expect(list[1]["b"]?.text == #""x\u0041""#)
        #expect(list[1]["b"]?.string == "xA")
        #expect(json["c"]?.bytes == Array("-7".utf8))
        #expect(json["c"]?.integer == -7)
    }

    @Test func everyKindHasItsViewAndNoOther() throws {
        let json = try JSON(parsing: #"[{"k":1},[2],"s",3,true,false,null]"#)
        let parts = try #require(json.elements)
        #expect(parts.map(\.kind) == [.object, .array, .string, .integer, .boolean, .boolean, .null])
        #expect(parts.map { $0.members != nil } == [true, false, false, false, false, false, false])
        #expect(parts.map { $0.elements != nil } == [false, true, false, false, false, false, false])
        #expect(parts.map(\.string) == [nil, nil, "s", nil, nil, nil, nil])
        #expect(parts.map(\.integer) == [nil, nil, nil, 3, nil, nil, nil])
        #expect(parts.map(\.boolean) == [nil, nil, nil, nil, true, false, nil])
        #expect(parts.map(\.isNull) == [false, false, false, false, false, false, true])
        #expect(parts[1]["k"] == nil)
    }

    @Test func membersComeInDocumentOrder() throws {
        let members = try #require(JSON(parsing: #"{"z":[1,[2]],"\u0061":{"q":{}},"m":0}"#).members)
        #expect(members.map(\.name) == ["z", "a", "m"])
        #expect(members.map(\.value.text) == ["[1,[2]]", #"{"q":{}}"#, "0"])
    }

    @Test func namesAreComparedAsBytes() throws {
        let json = try JSON(parsing: #"{"e\u0301":1,"\u00e9":2,"\ud83d\ude00":3}"#)
        #expect(json["e\u{301}"]?.integer == 1)
        #expect(json["\u{e9}"]?.integer == 2)
        #expect(json["\u{1F600}"]?.integer == 3)
        #expect(try JSON(parsing: "{\"e\u{301}\":1}")["\u{e9}"] == nil)
    }

    @Test func escapesAreDecoded() throws {
        let json = try JSON(parsing: #""\"\\\/\b\f\n\r\t\u0000\u00e9\u20AC\uD83D\ude00é""#)
        #expect(json.string.map { Array($0.utf8) } == Array("\"\\/\u{8}\u{C}\n\r\t\0\u{e9}\u{20AC}\u{1F600}é".utf8))
    }

    @Test func integersAtTheEdgesAreExact() throws {
        for integer in [JSON.integerRange.lowerBound, -1, 0, 1, JSON.integerRange.upperBound] {
            #expect(try JSON(parsing: "[\(integer)]").elements?.first?.integer == integer)
        }
    }

    @Test func pathLeadsToTheValue() throws {
        let json = try JSON(parsing: #"{"x":{"y":0},"lines":[0,[],{"a":1},{"no":{},"offer":[5,6]}]}"#)
        let line = try #require(json["lines"]?.elements?.last)
        #expect(json.path == "")
        #expect(line.path == "/lines/3")
        #expect(line["no"]?.path == "/lines/3/no")
        #expect(line["offer"]?.elements?.map(\.path) == ["/lines/3/offer/0", "/lines/3/offer/1"])
        #expect(json["x"]?["y"]?.path == "/x/y")
        #expect(line["offer"]?.offset == 52)
    }
}
