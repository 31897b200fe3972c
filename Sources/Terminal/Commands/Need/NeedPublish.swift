import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `need publish`: the BKD plans with what agencies say of their units.
struct NeedPublish: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish need, holders and floor of each unit, and who leaves when; what has not changed is left.",
        discussion: """
            Example: mutasi-node need publish --sync

            All agencies see need, holders and floors; the months in which people leave the BKD alone. Numbers only, no names.
            """)

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let need = try workplace.agencyNeed(months: NeedForecast.monthLimit - 1)
        let region = try workplace.records(.region).first?.id
        let said = try said(workplace)
        var batch = RecordingBatch()
        for (unit, body) in need.statements {
            let new = try JSON(parsing: body.encoded)
            guard Self.parts.contains(where: { new[$0]?.bytes != said[unit]?[$0] }) else { continue }
            let recording = try await workplace.record(.needPublish, on: region, body, anyway: recording.anyway)
            batch.add(recording.draft.operation.record, recording)
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Kebutuhan pegawai diumumkan", "Staffing needs published"))
    }

    private static let parts = ["need", "forecast"]

    /// What was said before of each unit, by unit and part, in the bytes in which it was said.
    private func said(_ workplace: Workplace) throws -> [String: [String: [UInt8]]] {
        var said: [String: [String: [UInt8]]] = [:]
        for record in try workplace.foreseen(.need) + workplace.foreseen(.forecast) {
            let part = record.kind == .need ? "need" : "forecast"
            guard let json = try? JSON(parsing: record.body), json["ended"] == nil,
                json["agency"]?.string == workplace.agency.text,
                let unit = json["unit"]?.string ?? json[part]?["unit"]?["id"]?.string
            else { continue }
            said[unit, default: [:]][part] = json[part]?.bytes
        }
        return said
    }
}
