/// What a record is about. A kind that this version does not know is kept and shown as it came.
public struct RecordKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    public static let region = RecordKind(rawValue: "region")
    public static let agency = RecordKind(rawValue: "agency")
    public static let invitation = RecordKind(rawValue: "invitation")
    public static let policy = RecordKind(rawValue: "policy")
    public static let card = RecordKind(rawValue: "card")
    public static let vacancy = RecordKind(rawValue: "vacancy")
    public static let check = RecordKind(rawValue: "check")
    public static let offer = RecordKind(rawValue: "offer")
    public static let package = RecordKind(rawValue: "package")
    public static let disclosure = RecordKind(rawValue: "disclosure")
    public static let document = RecordKind(rawValue: "document")
    public static let training = RecordKind(rawValue: "training")
    public static let transfer = RecordKind(rawValue: "transfer")
    public static let conflict = RecordKind(rawValue: "conflict")
    public static let proposal = RecordKind(rawValue: "proposal")
    public static let request = RecordKind(rawValue: "request")
    public static let standby = RecordKind(rawValue: "standby")
    public static let round = RecordKind(rawValue: "round")
    public static let reorganisation = RecordKind(rawValue: "reorganisation")
    public static let need = RecordKind(rawValue: "need")
    public static let forecast = RecordKind(rawValue: "forecast")
    public static let surge = RecordKind(rawValue: "surge")
    public static let notice = RecordKind(rawValue: "notice")
}
