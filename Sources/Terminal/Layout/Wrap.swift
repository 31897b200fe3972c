/// Breaks a text into lines of a width.
enum Wrap {
    /// The lines, broken at spaces, and inside a word only when the word alone is wider than the line; at least one.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            for piece in pieces(String(word), width: max(width, 1)) {
                let size = DisplayWidth.of(piece)
                if used > 0, used + 1 + size > width {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line += used > 0 ? " " + piece : piece
                used += used > 0 ? size + 1 : size
            }
        }
        return used > 0 || lines.isEmpty ? lines + [line] : lines
    }

    /// A long word is broken after the last of these, such as `kebutuhan-` before `organisasi`.
    private static let joints: Set<Character> = ["-", "/", "_"]

    private static func pieces(_ word: String, width: Int) -> [String] {
        guard DisplayWidth.of(word) > width else { return [word] }
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let size = DisplayWidth.of(character)
            if used > 0, used + size > width {
                let joint = piece.lastIndex { joints.contains($0) }.map { piece.index(after: $0) } ?? piece.endIndex
                let rest = String(piece[joint...])
                let fits = DisplayWidth.of(rest) + size <= width
                pieces.append(fits ? String(piece[..<joint]) : piece)
                piece = fits ? rest : ""
                used = DisplayWidth.of(piece)
            }
            piece.append(character)
            used += size
        }
        return pieces + [piece]
    }
}
