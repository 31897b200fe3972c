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
        let published = try workplace.foreseen(.need) + workplace.foreseen(.forecast)
        var batch = RecordingBatch()
        for (unit, body) in need.statements where !Self.isPublished(body, unit, workplace.agency, among: published) {
            let recording = try await workplace.record(.needPublish, on: region, body, anyway: recording.anyway)
            batch.add(recording.draft.operation.record, recording)
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Kebutuhan pegawai diumumkan", "Staffing needs published"))
    }

    /// Whether the same was said before, byte for byte.
    private static func isPublished(
        _ body: JSONValue, _ unit: String, _ agency: AgencyCode, among records: [Record]
    ) -> Bool {
        guard let said = try? JSON(parsing: body.encoded) else { return false }
        func holds(_ kind: RecordKind, _ part: String) -> Bool {
            records.contains { record in
                guard record.kind == kind, let json = try? JSON(parsing: record.body), json["ended"] == nil,
                    json["agency"]?.string == agency.text
                else { return false }
                return json[part]?.bytes == said[part]?.bytes
                    && (json["unit"]?.string ?? json[part]?["unit"]?["id"]?.string) == unit
            }
        }
        return holds(.need, "need") && holds(.forecast, "forecast")
    }
}
