/// Texts by code, read from a block for each: the code, then one line for each text.
///
/// Blocks are separated by empty lines. An entry of `sentences` has two lines, Indonesian and English; one of
/// `explanations` four: meaning and advice in Indonesian, meaning and advice in English. A block of any other height is
/// left out, and its code with it.
struct Catalogue<Entry: Sendable>: Sendable {
    /// In the order in which they stand.
    let codes: [String]
    private let entries: [String: Entry]

    subscript(code: String) -> Entry? { entries[code] }

    private init(_ text: String, height: Int, make: ([String]) -> Entry) {
        var codes: [String] = []
        var entries: [String: Entry] = [:]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for block in lines.split(separator: "") where block.count == height {
            let block = Array(block)
            codes.append(block[0])
            entries[block[0]] = make(block)
        }
        self.codes = codes
        self.entries = entries
    }
}

extension Catalogue where Entry == Sentence {
    init(sentences text: String) {
        self.init(text, height: 3) { Sentence($0[1], $0[2]) }
    }
}

extension Catalogue where Entry == Explanation {
    init(explanations text: String) {
        self.init(text, height: 5) { block in
            Explanation(meaning: Sentence(block[1], block[3]), advice: Sentence(block[2], block[4]))
        }
    }
}
