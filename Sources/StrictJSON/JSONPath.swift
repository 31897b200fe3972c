/// A path for people, after JSON Pointer (RFC 6901): `~` is `~0` and `/` is `~1`.
///
/// Names come from outside and end in logs and on terminals: a long one is cut, and control and formatting characters
/// are replaced. So a path may be ambiguous; it is never looked up.
struct JSONPath {
    /// Room for every name of the protocol; a hostile name cannot fill a log.
    private static let maxNameScalars = 64

    private(set) var text = ""

    mutating func append(index: Int) {
        text += "/\(index)"
    }

    mutating func append(name: String) {
        text += "/"
        for (position, scalar) in name.unicodeScalars.enumerated() {
            guard position < Self.maxNameScalars else {
                text += "…"
                return
            }
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(Self.isPrintable(scalar) ? scalar : "\u{FFFD}")
            }
        }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
        default: true
        }
    }
}
