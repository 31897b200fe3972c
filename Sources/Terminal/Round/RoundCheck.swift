import Negotiation
import StrictJSON
import SyncProtocol

/// A frozen version of a round's list held against the hash that was given with it.
public struct RoundCheck: Equatable, Sendable {
    public var version: Int
    public var to: String
    public var stated: String
    public var computed: String

    public var agrees: Bool { stated == computed }

    /// SHA-256 of the list's bytes, in 64 digits.
    public static func hash(_ lines: [Round.FrozenLine]) -> String {
        let digits = Array("0123456789abcdef")
        return String(Sodium.sha256(Round.bytes(of: lines)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    public static func findings(_ round: Round) -> [RoundCheck] {
        round.versions.map { version in
            RoundCheck(version: version.number, to: version.to, stated: version.hash, computed: hash(version.lines))
        }
    }

    /// `{"version","to","hash","agrees"}`
    public var json: JSONValue {
        .object([
            ("version", .integer(version)), ("to", .string(to)), ("hash", .string(stated)),
            ("agrees", .boolean(agrees)),
        ])
    }

    public static func page(_ findings: [RoundCheck], _ language: Language) -> Page {
        guard !findings.isEmpty else {
            return Page([
                .paragraph(Sentence("Belum ada versi yang dibekukan.", "No version is frozen yet.")[language])
            ])
        }
        let agree = Sentence("cocok", "agrees")[language]
        let differ = Sentence("TIDAK COCOK", "DOES NOT AGREE")[language]
        return Page([
            .table(
                Table(
                    [
                        Table.Column(Sentence("Versi", "Version")[language], .right),
                        Table.Column(Sentence("Diserahkan kepada", "Handed over to")[language]),
                        Table.Column(Sentence("Hash", "Hash")[language]),
                        Table.Column(Sentence("Hasil", "Result")[language]),
                    ],
                    rows: findings.map { ["\($0.version)", $0.to, $0.stated, $0.agrees ? agree : differ] }))
        ])
    }
}
