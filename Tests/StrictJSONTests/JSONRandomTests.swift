import StrictJSON
import Testing

/// Random values and damaged documents. A failure prints the seed that makes it again.
@Suite struct JSONRandomTests {
    @Test(arguments: UInt64(1)...200) func writtenValueIsReadBackTheSame(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let value = randomValue(depth: 5, &random)
        let bytes = value.encoded
        let compact = try JSON(parsing: bytes)
        #expect(compact.bytes == bytes)
        #expect(rebuilt(compact).encoded == bytes)
        let pretty = try JSON(parsing: value.prettyPrinted())
        #expect(rebuilt(pretty).encoded == bytes)
    }

    @Test(arguments: UInt64(1)...40) func damagedDocumentIsReadOrRefusedButNeverTraps(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let alphabet = Array("{}[]\",:\\/u0019d8eE+-.tfn \n\0".utf8) + [0x80, 0xC2, 0xED, 0xF0, 0xFF]
        for _ in 0..<100 {
            var bytes = randomValue(depth: 4, &random).encoded
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(byte, at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                case 2 where place < bytes.count: bytes[place] = byte
                default: bytes.removeSubrange(place...)
                }
            }
            do {
                let json = try JSON(parsing: bytes)
                // What is accepted can be walked, and written again it is still accepted.
                #expect(throws: Never.self) { try JSON(parsing: rebuilt(json).encoded) }
            } catch {
                #expect((0...bytes.count).contains((error as? JSONError)?.offset ?? -1))
            }
        }
    }

    private func rebuilt(_ json: JSON) -> JSONValue {
        switch json.kind {
        case .object: .object((json.members ?? []).map { ($0.name, rebuilt($0.value)) })
        case .array: .array((json.elements ?? []).map(rebuilt))
        case .string: .optional(json.string)
        case .integer: .optional(json.integer)
        case .boolean: .boolean(json.boolean == true)
        case .null: .null
        }
    }

    private func randomValue(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .string(randomString(&random))
        case 1:
            return .integer(Int.random(in: JSON.integerRange, using: &random) >> Int.random(in: 0..<53, using: &random))
        case 2: return .boolean(Bool.random(using: &random))
        case 3: return .null
        case 4:
            return .array(
                (0..<Int.random(in: 0..<6, using: &random)).map { _ in randomValue(depth: depth - 1, &random) })
        default:
            let count = Int.random(in: 0..<20, using: &random)
            return .object(
                (0..<count).map { ("\($0)" + randomString(&random), randomValue(depth: depth - 2, &random)) })
        }
    }

    private func randomString(_ random: inout SplitMix64) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "7", "\"", "\\", "/", "\n", "\0", "\u{1F}", "é", "\u{301}", "€", "😀", "\u{FFFF}",
        ]
        var string = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<8, using: &random) {
            string.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        // A digit would run into the number that keeps names apart.
        return "-" + String(string)
    }
}

/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
