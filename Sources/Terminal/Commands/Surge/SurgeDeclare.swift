import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `surge declare`: people are asked for, and the vacancy for them is opened with it.
struct SurgeDeclare: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Ask for people at a counter in a rush; with --post and --route the vacancy is opened too.",
        discussion: """
            Examples:
              mutasi-node surge declare --unit U-12 --service KTP-el --people 3 --until 2026-04-30 --post PL-01 \
            --route CODE --sync
              mutasi-node surge declare --unit U-12 --service KTP-el --people 2 --until 2026-04-30 --reason "Pendaftaran \
            sekolah, antrean sampai halaman"

            The ratio comes from the figures of the last day. Without figures, or beside them, the head gives a number with a \
            reason. The BKD first calls people from the standby list; they return by themselves on the day after --until.
            """)

    @Option(help: ArgumentHelp("The unit of the counter.", valueName: "id"))
    var unit: String

    @Option(help: "The service.")
    var service: String

    @Option(help: ArgumentHelp("How many people are asked for.", valueName: "n"))
    var people: Int

    @Option(help: ArgumentHelp("The first day; else today.", valueName: "yyyy-mm-dd"))
    var from: CivilDate?

    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd"))
    var until: CivilDate

    @Option(help: "The head's reason, where no figures say it.")
    var reason: String?

    @Option(help: ArgumentHelp("The post in which they serve.", valueName: "id"))
    var post: String?

    @Option(help: ArgumentHelp("The route for lending people.", valueName: "code"))
    var route: String?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (post == nil) == (route == nil) else { throw ValidationError("Give --post and --route together.") }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let policy = try workplace.policy().personnel
        let today = try workplace.today()
        let (name, ratio) = try workplace.store.staff.read { reader in
            guard let unit = try reader.unit(unit) else {
                throw StaffError(
                    .unknownUnit, "HierarkiUnor does not have the unit", next: "look with: staff units")
            }
            let readings = try CounterReadings(reader, day: nil, unit: unit.id, policy.surge)
            let found = readings.units.first?.surge.readings.first { $0.day.service == service }
            return (unit.name, found?.ratioPermille)
        }
        guard reason != nil || ratio != nil else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Tidak ada data loket untuk layanan ini.", "There are no counter figures of this service."),
                advice: Sentence(
                    "Masukkan data dengan surge import, atau sebutkan alasan kepala unit dengan --reason.",
                    "Import figures with surge import, or give the head's reason with --reason."))
        }
        let attached = reason.map(workplace.attached)
        let surge = JSONValue.members([
            ("unit", .object([("id", .string(unit)), ("name", .string(name))])), ("service", .string(service)),
            ("people", .integer(people)), ("from", .string((from ?? today).iso)), ("until", .string(until.iso)),
            ("basis", .string(reason == nil ? Surge.Basis.figures.rawValue : Surge.Basis.head.rawValue)),
            ("ratio", ratio.map(JSONValue.integer)), ("reason", attached?.reference),
        ])
        var batch = RecordingBatch()
        let declared = try await workplace.record(
            .surgeDeclare, .object([("surge", surge)]), anyway: recording.anyway,
            attachments: attached.map { [$0.attachment] } ?? [])
        batch.add(declared.draft.operation.record, declared)
        if let post, let route, declared.isRecorded {
            let opened = try await workplace.record(
                .vacancyOpen, try vacancy(post, route, for: declared, workplace),
                anyway: recording.anyway)
            batch.add(opened.draft.operation.record, opened)
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Permintaan bantuan loket", "Help for a counter"))
    }

    /// A vacancy for as many people, from which they return on the day after the rush.
    private func vacancy(_ post: String, _ route: String, for surge: Recording, _ workplace: Workplace) throws
        -> JSONValue
    {
        let choice = VacancyFromPost.Choice(
            route: route, mode: Vacancy.Mode.first.rawValue, seats: people, returns: until.adding(days: 1),
            openUntil: until)
        let body = try JSON(parsing: workplace.vacancy(post: post, unit: unit, choice).encoded)
        let by = JSONValue.object([("by", .string(surge.draft.operation.record.text))])
        return try workplace.dated(
            .object([("vacancy", body.requiredObject("vacancy").replacing([("surge", by)]))]))
    }
}
