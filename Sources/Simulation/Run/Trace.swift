import SyncProtocol

/// What happened, one line for each thing: the same seed gives the same lines byte for byte.
struct Trace {
    private(set) var lines: [String] = []

    mutating func note(_ milliseconds: Int, _ text: String) {
        lines.append("\(milliseconds) \(text)")
    }

    /// SHA-256 of all lines, each with a line feed behind it.
    var digest: String {
        var bytes: [UInt8] = []
        for line in lines {
            bytes += Array(line.utf8)
            bytes.append(0x0A)
        }
        return Hex.encode(Sodium.sha256(bytes))
    }
}
