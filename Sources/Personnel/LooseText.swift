/// Comparison of short official words, which files write with any capitals, spaces and marks.
///
/// `S-1/Sarjana`, `s1 / sarjana` and `S1 Sarjana` have the same letters. Bytes outside ASCII are kept as they are.
enum LooseText {
    /// The ASCII letters in lower case, the digits and the bytes outside ASCII, in order.
    static func letters(of text: String) -> [UInt8] {
        text.utf8.compactMap(letter)
    }

    /// Whether both texts have the same letters.
    static func matches(_ left: String, _ right: String) -> Bool {
        var left = left.utf8.makeIterator()
        var right = right.utf8.makeIterator()
        while let letter = nextLetter(&left) {
            guard nextLetter(&right) == letter else { return false }
        }
        return nextLetter(&right) == nil
    }

    private static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case 0x80...: byte
        default: nil
        }
    }

    private static func nextLetter(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
        while let byte = bytes.next() {
            if let letter = letter(byte) { return letter }
        }
        return nil
    }
}
