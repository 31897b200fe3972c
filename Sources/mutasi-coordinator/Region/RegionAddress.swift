/// The address of a region, `https://host` or `https://host:port`.
struct RegionAddress: Equatable, Sendable {
    var host: String
    /// Nil when the address names none: then it is a proxy's, and the coordinator's own port does not matter to nodes.
    var port: Int?

    /// Nil for anything else than an https address without a path.
    init?(_ text: String) {
        guard text.hasPrefix("https://"), text.utf8.count <= 256 else { return nil }
        var rest = text.dropFirst("https://".count)
        if rest.hasSuffix("/") {
            rest = rest.dropLast()
        }
        let isClean = rest.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isClean, !rest.isEmpty, !rest.contains(where: { "/#?@".contains($0) }) else { return nil }
        // An IPv6 address stands in brackets and has colons of its own.
        if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
            guard let port = Int(rest[rest.index(after: colon)...]), (0...65535).contains(port) else { return nil }
            self.port = port
            rest = rest[..<colon]
        }
        guard !rest.isEmpty else { return nil }
        host = String(rest)
    }

    var text: String { "https://\(host)" + (port.map { ":\($0)" } ?? "") }

    /// The address that nodes use while the coordinator listens on this port.
    func listening(on port: Int) -> String {
        self.port == nil ? text : "https://\(host):\(port)"
    }
}
