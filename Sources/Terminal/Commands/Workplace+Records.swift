import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// What a command looks at: records as the coordinator decided them, and as they would be with what waits here.
extension Workplace {
    /// Everything that this agency may see, read once.
    public func visible() throws -> VisibleRecords {
        try store.read { try VisibleRecords(reading: ReplicaReader($0)) }
    }

    /// The records of a kind as they would be if everything that waits were decided now: what the next operation builds on.
    public func foreseen(_ kind: RecordKind) throws -> [Record] {
        try store.read { database in
            try Preview(afterPending: database, identity: identity).records(linked: .kind(kind))
        }
    }

    /// Everything as it would be; what it says is never shown as decided.
    func foreseenRecords() throws -> VisibleRecords {
        try store.read { database in
            let preview = try Preview(afterPending: database, identity: identity)
            return try VisibleRecords { try preview.records(linked: .kind($0)) }
        }
    }

    /// The one of them that a typed id means. Throws ``ShortIDError``.
    public func foreseen(_ typed: String, _ kind: RecordKind) throws -> Record {
        try ShortID.find(typed, among: try foreseen(kind), by: \.id)
    }

    /// `{"vacancies":[…]}` and the page of the list.
    public func list(
        _ kind: RecordKind, _ ids: [RecordID], _ visible: VisibleRecords,
        page: @escaping @Sendable (Presenter) -> Page
    ) -> Answer {
        answer(RecordJSON.list(kind, ids.compactMap(visible.record)), visible, page: page)
    }

    /// `{"vacancy":{…}}` and the page of one record.
    public func show(
        _ id: RecordID, _ visible: VisibleRecords, page: @escaping @Sendable (Presenter) -> Page
    ) throws -> Answer {
        guard let record = visible.record(id) else { throw ShortIDError(.none, typed: id.text) }
        return answer(RecordJSON.show(record), visible, page: page)
    }

    /// A document, and the page that is made of what one sees.
    public func answer(
        _ json: JSONValue, exit: ExitCode = .done, _ visible: VisibleRecords,
        page: @escaping @Sendable (Presenter) -> Page
    ) -> Answer {
        let own = agency
        return Answer(json, exit: exit) { language in page(Presenter(visible, own: own, language: language)) }
    }

    /// What agencies say of their units now. Apart from ``VisibleRecords``: there are as many as a region has units, and few commands
    /// look at them.
    public func needs() throws -> [UnitNeed] {
        try records(.need).compactMap { try? UnitNeed($0) }.filter { $0.ended == nil }
    }

    /// The same of who leaves when.
    public func forecasts() throws -> [NeedForecast] {
        try records(.forecast).compactMap { try? NeedForecast($0) }.filter { $0.ended == nil }
    }
}

extension Workplace {
    /// The texts of attachments by name, those that have come.
    public func texts(ofAttachments names: [String]) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in names {
            texts[name] = try text(ofAttachment: name)
        }
        return texts
    }

    /// The text that an attachment holds; nil while it has not come, or when it is no text.
    public func text(ofAttachment name: String) throws -> String? {
        try store.attachment(name).flatMap { String(validating: $0.bytes, as: UTF8.self) }
    }
}
