/// A head that the coordinator signed by itself, in the form of C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint).
///
/// ```
/// mutasi/REGION
/// POSITION
/// ROOT (base64 with padding)
/// epoch N
/// day YYYY-MM-DD        (once a day came)
///
/// — mutasi/REGION SIGNATURE
/// ```
/// The first line is also the key's name. A checkpoint of one head always has the same bytes: nothing in it comes from a
/// clock. Two that verify, of one epoch, neither of which extends the other, prove that the coordinator told two stories.
public struct Checkpoint: Equatable, Sendable {
    /// The region's code.
    public let region: String
    /// The head, always with its root.
    public let head: Head
    /// The root's bytes.
    public let root: [UInt8]
    /// The last `day` of the journal up to the head, "YYYY-MM-DD".
    public let day: String?
    /// The signed note: what is kept, sent and shown.
    public let text: String
    private let signed: SignedNote

    /// The checkpoint of a head, signed by the coordinator's key.
    public static func make(
        region: String, epoch: Int, position: Int, root: [UInt8], day: String?, key: SigningKey
    ) -> Checkpoint {
        let lines =
            [origin(region), "\(position)", Base64.encode(root), "epoch \(epoch)"] + (day.map { ["day \($0)"] } ?? [])
        let note = SignedNote.make(lines.map { $0 + "\n" }.joined(), name: origin(region), key: key)
        return Checkpoint(region: region, epoch: epoch, position: position, root: root, day: day, note)
    }

    private init(region: String, epoch: Int, position: Int, root: [UInt8], day: String?, _ note: SignedNote) {
        self.region = region
        head = Head(epoch: epoch, position: position, root: Hex.encode(root))
        self.root = root
        self.day = day
        text = note.note
        signed = note
    }

    /// Reads a checkpoint in exactly the form above; further signatures may stand under it. The signature is not checked. Throws
    /// ``ProtocolError``.
    public init(parsing text: String) throws {
        guard text.utf8.count <= Limits.checkpointBytes else {
            throw ProtocolError(.tooLarge, "a checkpoint has at most \(Limits.checkpointBytes) bytes")
        }
        let note = try SignedNote(parsing: text)
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        guard (4...5).contains(lines.count), let region = Self.value(lines[0], after: "mutasi/"), !region.isEmpty,
            !region.contains(" "),
            let position = Self.number(lines[1]),
            let root = Base64.decode(lines[2]), root.count == TreeHash.byteCount,
            let epoch = Self.value(lines[3], after: "epoch ").flatMap(Self.number), epoch >= 1
        else { throw Self.failure("origin, size, root and epoch") }
        var day: String?
        if lines.count == 5 {
            day = Self.value(lines[4], after: "day ")
            guard day?.utf8.count == 10 else { throw Self.failure("a day") }
        }
        self.init(region: region, epoch: epoch, position: position, root: root, day: day, note)
        guard self.text.utf8.elementsEqual(text.utf8) else { throw Self.failure("its own form") }
    }

    /// Whether the coordinator of this region and key signed it.
    public func verifies(region: String, key: VerifyingKey) -> Bool {
        self.region.utf8.elementsEqual(region.utf8) && signed.verifies(name: Self.origin(region), key: key)
    }

    private static func origin(_ region: String) -> String {
        "mutasi/" + region
    }

    private static func value(_ line: String, after prefix: String) -> String? {
        line.utf8.starts(with: prefix.utf8) ? String(Substring(line.utf8.dropFirst(prefix.utf8.count))) : nil
    }

    /// Digits without a sign and without zeros in front.
    private static func number(_ text: String) -> Int? {
        guard let number = Int(text), number >= 0, number <= 1 << 53 - 1, "\(number)".utf8.elementsEqual(text.utf8)
        else { return nil }
        return number
    }

    private static func failure(_ expected: String) -> ProtocolError {
        ProtocolError(.badRequest, "expected a checkpoint: \(expected)")
    }
}
