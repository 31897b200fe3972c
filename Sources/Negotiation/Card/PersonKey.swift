/// The first 16 bytes of the keyed hash of a person's NIP, written as an id: it is never a record's id and never shown.
///
/// Two tags tie a person to a live card, so that the card itself need not name the person: `person:KEY` leads to the
/// card and keeps it the only one, `card:ID` leads back to the key when the card ends. 128 bits of HMAC-SHA-256 do not
/// meet by chance among a region's people.
struct PersonKey {
    private let key: RecordID

    /// Reads the 64 lowercase hexadecimal digits of the hash; nil for anything else.
    init?(hash: String) {
        let digits = Array(hash.utf8)
        guard digits.count == 64 else { return nil }
        let hyphens = [8, 12, 16, 20]
        var text: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
            default: return nil
            }
            guard index < 32 else { continue }
            if hyphens.contains(index) {
                text.append(UInt8(ascii: "-"))
            }
            text.append(digit)
        }
        guard let key = RecordID(text: String(decoding: text, as: UTF8.self)) else { return nil }
        self.key = key
    }

    private init(_ key: RecordID) {
        self.key = key
    }

    var personTag: String { "person:" + key.text }

    /// Leads to the secondment under way of a person who has no card, between the old home's and the new one's.
    var lentTag: String { "lent:" + key.text }

    static func cardTag(_ card: RecordID) -> String {
        "card:" + card.text
    }

    /// Ties the person to the card.
    func claim(for card: RecordID, in workspace: inout Workspace<some RecordReader>) {
        workspace.claim(personTag, for: card)
        workspace.claim(Self.cardTag(card), for: key)
    }

    /// Ties whoever the card stands for to a transfer, so that the person's next card is found for it.
    static func lend(_ card: RecordID, in transfer: RecordID, in workspace: inout Workspace<some RecordReader>) throws {
        guard let key = try workspace.claim(cardTag(card)) else { return }
        let tag = PersonKey(key).lentTag
        if let former = try workspace.claim(tag) {
            try workspace.release(tag, of: former)
        }
        workspace.claim(tag, for: transfer)
    }

    /// Unties whoever the card stands for.
    static func release(of card: RecordID, in workspace: inout Workspace<some RecordReader>) throws {
        guard let key = try workspace.claim(cardTag(card)) else { return }
        try workspace.release(PersonKey(key).personTag, of: card)
        try workspace.release(cardTag(card), of: key)
    }
}
