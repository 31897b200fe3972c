import Negotiation
import Personnel
import StrictJSON
import SyncProtocol

/// The personnel file on its way: sealed at home, opened and receipted at the receiver.
extension RegistryTransfers {
    /// The file as an attachment that only the receiving registry can open; nil when it cannot be made.
    func sendFile(of nip: NIP, _ transfer: StartedTransfer, _ page: Page) throws -> Draft? {
        guard let sheet = try StaffReader(page.database).sheet(nip), let key = try page.boxKey(of: transfer.receiving),
            let file = try? PersonnelFile(sheet, from: identity.agency, on: page.today ?? transfer.start).encoded(),
            let sealed = BoxKey.seal(file, to: key), sealed.count <= Limits.attachmentBytes
        else { return nil }
        let attachment = Attachment.make(sealed)
        let body: JSONValue = .object([("file", .object([("attachment", .string(attachment.name))]))])
        return try draft(.transferFile, transfer.transfer, body, attachments: [attachment])
    }

    /// Lets the person stand here, when it is the one who was disclosed for the offer; when nobody was, only a person who does
    /// not stand here yet: else a home agency could write over anybody's rows. Says that the file is incomplete when it cannot be opened or read.
    func receiveFile(
        _ name: String, _ transfer: StartedTransfer, offer: RecordID, _ page: Page
    ) throws -> [Draft] {
        guard transfer.receiving == identity.agency, transfer.home != identity.agency,
            let attachment = try page.reader.attachment(name)
        else { return [] }
        guard let bytes = identity.opened(sealed: attachment.bytes), let file = try? PersonnelFile(parsing: bytes),
            file.agency == transfer.home
        else {
            return [try receipt(transfer, isComplete: false)]
        }
        let disclosed = try page.disclosedPerson(of: offer)
        let known = try StaffReader(page.database).person(file.sheet.person.nip)
        guard disclosed != nil || known?.presence != .present,
            case .arrived(let nip) = try TransferEffects.receive(
                file, for: transfer, expecting: disclosed, at: identity.agency, in: page.database)
        else { return [] }
        return [try receipt(transfer, isComplete: true)] + (try postCard(of: nip, transfer, page))
    }

    /// The card that the receiving registry opens next; not at a node that cannot tag people.
    func postCard(of nip: NIP, _ transfer: StartedTransfer, _ page: Page) throws -> [Draft] {
        guard !identity.tagKey.isEmpty, let sheet = try StaffReader(page.database).sheet(nip) else { return [] }
        let groups = CardGroups.make(sheet.civilServant, on: page.today ?? transfer.start)
        let body: JSONValue = .object([
            ("person", .string(PersonTag.make(nip: nip.text, key: identity.tagKey))),
            ("card", .object(groups.map { ($0.name, $0.value) })),
        ])
        let draft = try draft(.cardPost, nil, body)
        try TransferEffects.link(draft.operation.record, to: nip, in: page.database)
        return [draft]
    }

    private func receipt(_ transfer: StartedTransfer, isComplete: Bool) throws -> Draft {
        try draft(.transferReceive, transfer.transfer, .object([("complete", .boolean(isComplete))]))
    }

    private func draft(
        _ kind: OperationKind, _ record: RecordID?, _ body: JSONValue, attachments: [Attachment] = []
    ) throws -> Draft {
        try Draft.make(kind, record: record, body: body, actor: Self.actor, at: clock(), attachments: attachments)
    }
}
