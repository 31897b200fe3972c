/// How many columns of a terminal a text takes, and what of a text may go to a terminal at all.
///
/// Widths follow Unicode's East Asian Width (UAX #11) by ranges: wide and full-width forms and emoji take two columns,
/// combining marks and format characters none, everything else one.
public enum DisplayWidth {
    public static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        character.unicodeScalars.map(of).max() ?? 0
    }

    /// The text without anything that could steer a terminal: line breaks and tabs become spaces, other control
    /// characters and direction marks are left out.
    public static func safe(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control:
                if scalar == "\n" || scalar == "\t" {
                    scalars.append(" ")
                }
            case .lineSeparator, .paragraphSeparator: scalars.append(" ")
            case .format:
                // The joiners build one character out of several; the rest reorders or hides text.
                if scalar == "\u{200C}" || scalar == "\u{200D}" {
                    scalars.append(scalar)
                }
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: isWide(scalar.value) ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
