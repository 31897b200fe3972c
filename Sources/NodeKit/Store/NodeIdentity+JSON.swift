import Negotiation
import StrictJSON
import SyncProtocol

/// The form of `keys.json`: one object, keys in base64url.
extension NodeIdentity {
    static let version = 1

    var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("version", .integer(Self.version)), ("region", .string(region)), ("regionName", .string(regionName)),
            ("agency", .string(agency.text)), ("node", .string(node.text)), ("instance", .string(instance.text)),
            ("registry", .boolean(isRegistry)), ("url", .string(url)),
            ("signing", .string(Base64URL.encode(signing.seed))), ("box", .string(Base64URL.encode(box.seed))),
            ("tag", .string(Base64URL.encode(tagKey))), ("coordinator", .string(Base64URL.encode(coordinator.bytes))),
        ]
        if !formerBoxes.isEmpty {
            members.append(("formerBoxes", .array(formerBoxes.map { .string(Base64URL.encode($0.seed)) })))
        }
        if let caPath {
            members.append(("ca", .string(caPath)))
        }
        return .object(members)
    }

    /// Throws ``NodeFailure``: `newer` for a later version of the file, `damaged` for everything else.
    init(parsing bytes: [UInt8]) throws {
        let damage = NodeFailure.damaged("The key file is not what this program wrote.")
        guard let json = try? JSON(parsing: bytes), let version = json["version"]?.integer else {
            throw damage
        }
        guard version <= Self.version else {
            throw NodeFailure(
                .newer, "The key file has version \(version), this program knows \(Self.version).",
                advice: "Update the program.")
        }
        func decoded(_ name: String) -> [UInt8]? {
            json[name]?.string.flatMap(Base64URL.decode)
        }
        guard
            let region = json["region"]?.string, let regionName = json["regionName"]?.string,
            let agency = json["agency"]?.string.flatMap(AgencyCode.init),
            let node = json["node"]?.string.flatMap(NodeID.init(text:)),
            let instance = json["instance"]?.string.flatMap(InstanceID.init(text:)),
            let isRegistry = json["registry"]?.boolean, let url = json["url"]?.string,
            let signing = decoded("signing").flatMap({ try? SigningKey(seed: $0) }),
            let box = decoded("box").flatMap({ try? BoxKey(seed: $0) }), let tagKey = decoded("tag"),
            let coordinator = decoded("coordinator").flatMap(VerifyingKey.init(bytes:))
        else {
            throw damage
        }
        self.init(
            region: region, regionName: regionName, agency: agency, node: node, instance: instance,
            isRegistry: isRegistry, url: url, caPath: json["ca"]?.string, signing: signing, box: box, tagKey: tagKey,
            coordinator: coordinator,
            formerBoxes: (json["formerBoxes"]?.elements ?? []).compactMap { element in
                element.string.flatMap(Base64URL.decode).flatMap { try? BoxKey(seed: $0) }
            })
    }
}
