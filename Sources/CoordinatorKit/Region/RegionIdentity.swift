import Negotiation
import StrictJSON

/// What the coordinator's shell knows of its region: fixed when the region is founded.
public struct RegionIdentity: Equatable, Sendable {
    /// The code that every request names.
    public var code: String
    public var name: String
    /// IANA name of the time zone whose civil date is the region's date.
    public var zone: String
    /// A trial region takes its days only from its desk, never from a clock.
    public var isTrial: Bool
    /// The personnel agency, whose desk decides.
    public var bkd: AgencyCode
    public var language: String
    /// The coordinator's own node: its bundles found the region, enrol nodes and let days come.
    public var node: NodeID

    public init(
        code: String, name: String, zone: String, isTrial: Bool, bkd: AgencyCode, language: String, node: NodeID
    ) {
        self.code = code
        self.name = name
        self.zone = zone
        self.isTrial = isTrial
        self.bkd = bkd
        self.language = language
        self.node = node
    }
}

extension RegionIdentity {
    /// `{"code","name","zone","trial","bkd","language","node"}`, as an exported journal has it.
    var json: JSONValue {
        .object([
            ("code", .string(code)), ("name", .string(name)), ("zone", .string(zone)), ("trial", .boolean(isTrial)),
            ("bkd", .string(bkd.text)), ("language", .string(language)), ("node", .string(node.text)),
        ])
    }

    /// Reads the object above; nil when it is not one.
    init?(_ json: JSON?) {
        guard let json, let code = json["code"]?.string, let name = json["name"]?.string,
            let zone = json["zone"]?.string, let isTrial = json["trial"]?.boolean,
            let bkd = json["bkd"]?.string.flatMap(AgencyCode.init), let language = json["language"]?.string,
            let node = json["node"]?.string.flatMap({ NodeID(text: $0) })
        else { return nil }
        self.init(code: code, name: name, zone: zone, isTrial: isTrial, bkd: bkd, language: language, node: node)
    }
}
