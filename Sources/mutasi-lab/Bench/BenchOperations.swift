import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// The operations that benchmarks send.
enum BenchOperations {
    /// What a recorded operation's body takes on average.
    static let bodyBytes = 450

    static func agencyAdd(_ code: String) -> [UInt8] {
        make(
            "agency.add",
            [
                "agency": [
                    "code": .string(code), "name": ["id": .string("Dinas \(code)"), "en": .string("Office \(code)")],
                ]
            ])
    }

    static func invite(_ code: String, hash: String, registry: Bool = true) -> [UInt8] {
        make(
            "node.invite",
            [
                "invitation": [
                    "agency": .string(code), "registry": .boolean(registry), "codeHash": .string(hash),
                    "expiresAt": "2099-01-01T00:00:00Z",
                ]
            ])
    }

    /// A card of ``bodyBytes``, of a person whom nobody else is.
    static func cardPost() -> [UInt8] {
        func body(_ filler: Int) -> JSONValue {
            [
                "person": .string(Hex.encode(Sodium.randomBytes(32))),
                "card": [
                    "service": [
                        "employment": "pns", "grade": "III/c", "post": "pengelola-layanan", "postKind": "pelaksana",
                        "family": "layanan", "monthsInFamily": 48, "monthsInPost": 30,
                    ],
                    "education": ["level": "S1", "field": "administrasi"],
                    "competences": ["levels": ["pelayanan-publik": 2, "komunikasi": 2, "kerja-sama": 2]],
                    "wishes": ["posts": [.string(String(repeating: "x", count: filler))], "districts": []],
                ],
            ]
        }
        return make("card.post", body(max(bodyBytes - body(0).encoded.count, 0)))
    }

    private static func make(_ kind: String, _ body: JSONValue) -> [UInt8] {
        let stamp = Stamp.now()
        let id = stamp.newOperationID()
        return Operation.encode(
            id: id, actor: "bench", recordedAt: stamp.text, kind: kind, record: RecordID(id), body: body)
    }
}
