import CCurl

/// What a server's own certificate says; it has been checked before.
public struct ServerCertificate: Equatable, Sendable {
    /// Host names and addresses that it is for.
    public var names: [String]
    public var notBefore: Stamp
    public var notAfter: Stamp

    public init(names: [String], notBefore: Stamp, notAfter: Stamp) {
        self.names = names
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// From the lines that libcurl gives for a certificate, `name:value` each; nil without readable dates.
    init?(lines: [String]) {
        func value(_ name: String) -> String? {
            lines.first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
        }
        guard let start = value("Start date").flatMap(HTTPDate.read),
            let end = value("Expire date").flatMap(HTTPDate.read)
        else { return nil }
        notBefore = start
        notAfter = end
        names = (value("X509v3 Subject Alternative Name") ?? "").split(separator: ",").compactMap { item in
            let parts = item.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? String(parts[1].filter { $0 != " " }) : nil
        }
    }
}

/// Dates as HTTP and OpenSSL write them, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    /// Nil for what is no date between 1970 and the year 9999.
    static func read(_ text: String) -> Stamp? {
        let seconds = curl_getdate(text, nil)
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        return Stamp(milliseconds: seconds * 1000)
    }
}
