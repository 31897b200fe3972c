import Negotiation
import Personnel
import StrictJSON

/// What has to be recorded so that each active civil servant has one card that says what the staff data says.
public enum CardDrafts {
    /// Why a card is closed that an import no longer supports.
    public static let closeReason = "not-active-staff"

    /// The operations, by NIP; nothing when the cards are right. A pure function.
    ///
    /// A person without a live card gets one; a card whose computed groups differ in a byte is edited, with the bytes seen
    /// as `was`; a card of someone no longer active is closed. A card of the agency that no person here is linked to is left
    /// alone. `wishes` is written when a card is posted and then never touched.
    ///
    /// - Parameters:
    ///   - cards: the agency's cards as the replica shows them, drafts that wait included.
    ///   - sheets: everyone the store holds, from `StaffReader.sheets`.
    ///   - tag: the keyed hash of a NIP as 64 hex digits.
    public static func plan(
        cards: [Card], sheets: [PersonSheet], on day: CivilDate, tag: (NIP) -> String
    ) -> [CardDraft] {
        var live: [RecordID: Card] = [:]
        for card in cards where card.ended == nil {
            live[card.id] = card
        }
        return sheets.sorted { $0.person.nip < $1.person.nip }.compactMap { sheet in
            let card = sheet.card.flatMap { live[$0] }
            guard sheet.person.isActive else {
                return card.map { .close($0.id, body: .object([("reason", .string(closeReason))])) }
            }
            let groups = CardGroups.make(sheet.civilServant, on: day)
            guard let card else {
                // A linked card that the replica does not show yet is on its way.
                guard sheet.card == nil || cards.contains(where: { $0.id == sheet.card }) else { return nil }
                return .post(
                    sheet.person.nip,
                    body: .object([("person", .string(tag(sheet.person.nip))), ("card", .object(groups.map { $0 }))]))
            }
            return edit(of: card, to: groups)
        }
    }

    private static func edit(of card: Card, to groups: [(name: String, value: JSONValue)]) -> CardDraft? {
        var was: [(String, JSONValue)] = []
        var now: [(String, JSONValue)] = []
        for (name, value) in groups where CardGroups.computed.contains(name) {
            let seen = card.group(name)
            guard seen?.bytes != value.encoded else { continue }
            was.append((name, seen.map { JSONValue($0) } ?? .null))
            now.append((name, value))
        }
        return now.isEmpty ? nil : .edit(card.id, body: .object([("was", .object(was)), ("now", .object(now))]))
    }
}
