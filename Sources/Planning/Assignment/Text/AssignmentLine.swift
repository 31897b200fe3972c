/// One line of the planner's text format: a letter and two or three numbers. Only a score may be below zero.
struct AssignmentLine {
    private(set) var kind: UInt8
    private(set) var first: Int32 = 0
    private(set) var second: Int32 = 0
    /// 0 where the kind has two numbers.
    private(set) var third: Int32 = 0

    init(_ bytes: UnsafeRawBufferPointer) throws(AssignmentError) {
        guard let letter = bytes.first else { throw AssignmentError(.syntax, "the line is empty") }
        kind = letter
        var place = 1
        switch letter {
        case UInt8(ascii: "e"):
            first = try Self.number(bytes, &place)
            second = try Self.number(bytes, &place)
            third = try Self.number(bytes, &place, isSigned: true)
        case UInt8(ascii: "p"):
            first = try Self.number(bytes, &place)
            second = try Self.number(bytes, &place)
            third = try Self.number(bytes, &place)
        case UInt8(ascii: "u"), UInt8(ascii: "s"), UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "t"):
            first = try Self.number(bytes, &place)
            second = try Self.number(bytes, &place)
        default:
            throw AssignmentError(.syntax, "a line begins with one of p, u, s, j, e, q, t")
        }
        guard place == bytes.count else { throw AssignmentError(.syntax, "the line goes on after its last number") }
    }

    /// A space and a number.
    private static func number(
        _ bytes: UnsafeRawBufferPointer, _ place: inout Int, isSigned: Bool = false
    ) throws(AssignmentError) -> Int32 {
        guard place < bytes.count, bytes[place] == UInt8(ascii: " ") else {
            throw AssignmentError(.syntax, "a space and a number are missing")
        }
        place += 1
        let isNegative = isSigned && place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative {
            place += 1
        }
        let begin = place
        var value = 0
        while place < bytes.count, case let digit = Int(bytes[place]) - 48, (0...9).contains(digit) {
            value = value * 10 + digit
            place += 1
            guard place - begin <= 9 else { throw AssignmentError(.range, "a number has more than nine digits") }
        }
        guard place > begin else { throw AssignmentError(.syntax, "a number is missing") }
        guard bytes[begin] != UInt8(ascii: "0") || (place - begin == 1 && !isNegative) else {
            throw AssignmentError(.syntax, "a number begins with 0")
        }
        return Int32(isNegative ? -value : value)
    }
}
