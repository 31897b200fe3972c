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
              mutasi-node surge declare --unit U-12 --service KTP-el --until 2026-04-30 --post PL-01 --route CODE --sync
              mutasi-node surge declare --unit U-12 --service KTP-el --people 2 --until 2026-04-30 --reason "Pendaftaran \
            sekolah, antrean sampai halaman"

            How many: computed from the figures of the last day for the waiting time that the policy promises (Erlang C), less who \
            serves at the counter: --present, else who serves in --post. Otherwise the head gives a number with a reason. What is \
            asked and what the figures say are both kept. The BKD first calls people from the standby list; they return by \
            themselves on the day after --until.
            """)

    @Option(help: ArgumentHelp("The unit of the counter.", valueName: "id"))
    var unit: String

    @Option(help: "The service.")
    var service: String

    @Option(help: ArgumentHelp("How many people are asked for; else what the figures say.", valueName: "n"))
    var people: Int?

    @Option(help: ArgumentHelp("How many serve at this counter now; else who serves in --post.", valueName: "n"))
    var present: Int?

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

    @OptionGroup var counter: CounterOptions
    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (post == nil) == (route == nil) else { throw ValidationError("Give --post and --route together.") }
        guard present ?? 0 >= 0 else { throw ValidationError("--present is 0 or more.") }
        let range = StatedSurge.peopleRange
        guard people.map(range.contains) ?? true else {
            throw ValidationError("--people takes \(range.lowerBound) to \(range.upperBound).")
        }
    }

    /// What is known of the counter before anything is asked.
    private struct Counter {
        var unitName: String
        var reading: SurgeReading?
        var present: Int?
        /// What the figures ask for; nil without figures, or where nobody said who is there.
        var computed: SurgeDemand?
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let today = try workplace.today()
        let known = try known(workplace)
        let people = try people(known, on: today)
        let attached = reason.map(workplace.attached)
        let surge = JSONValue.members([
            ("unit", .object([("id", .string(unit)), ("name", .string(known.unitName))])),
            ("service", .string(service)), ("people", .integer(people)),
            ("from", .string((from ?? today).iso)), ("until", .string(until.iso)),
            ("basis", .string(reason == nil ? Surge.Basis.figures.rawValue : Surge.Basis.head.rawValue)),
            ("ratio", known.reading?.ratioPermille.map(JSONValue.integer)),
            ("computed", known.computed?.people.map(JSONValue.integer)), ("reason", attached?.reference),
        ])
        var batch = RecordingBatch()
        let declared = try await workplace.record(
            .surgeDeclare, .object([("surge", surge)]), anyway: recording.anyway,
            attachments: attached.map { [$0.attachment] } ?? [])
        batch.add(declared.draft.operation.record, declared)
        if let post, let route, declared.isRecorded {
            let opened = try await workplace.record(
                .vacancyOpen, try vacancy(post, route, people, for: declared, workplace),
                anyway: recording.anyway)
            batch.add(opened.draft.operation.record, opened)
        }
        let answer = try await batch.answer(
            workplace, sync: recording.sync, Sentence("Permintaan bantuan loket", "Help for a counter"))
        let json = try JSON(parsing: answer.json.encoded).replacing([
            ("people", .integer(people)), ("computed", known.computed?.people.map(JSONValue.integer)),
        ])
        return Answer(json, exit: answer.exit) { language in
            let asked = Sentence("Diminta: {people} orang.", "Asked for: {people} people.").text(
                language, [("people", language.number(people))])
            let said = known.present.flatMap { known.computed?.sentence(present: $0, language) }
            var page = answer.page(language)
            page.add(.paragraph([asked, said].compactMap { $0 }.joined(separator: " ")))
            return page
        }
    }

    private func known(_ workplace: Workplace) throws -> Counter {
        let policy = try workplace.policy()
        let workplaces = try workplace.workplaces(policy)
        let settings = policy.personnel.surge
        return try workplace.store.staff.read { reader in
            guard let unit = try reader.unit(unit) else {
                throw StaffError(
                    .unknownUnit, "HierarkiUnor does not have the unit", next: "look with: staff units")
            }
            let readings = try CounterReadings(reader, day: nil, unit: unit.id, settings)
            let reading = readings.units.first?.surge.readings.first { $0.day.service == service }
            let present = present ?? post.map { workplaces.people(in: unit.id, post: $0) }
            let computed = reading.flatMap { reading in
                present.map { SurgeDemand(reading, openMinutes: counter.openMinutes, present: $0, settings) }
            }
            return Counter(unitName: unit.name, reading: reading, present: present, computed: computed)
        }
    }

    /// How many are asked for: the head's own number with her reason, a number beside figures, or what the figures say.
    private func people(_ known: Counter, on today: CivilDate) throws -> Int {
        guard let people else { return try computedPeople(known) }
        guard let reason else {
            guard known.reading?.ratioPermille != nil else { throw noFigures }
            return people
        }
        guard let stated = StatedSurge(unit: unit, day: today, people: people, reason: reason) else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Alasan kepala unit kosong atau lebih dari {limit} bita.",
                    "The head's reason is empty or longer than {limit} bytes."),
                advice: Sentence(
                    "Tulis alasannya dalam satu atau dua kalimat.", "Write the reason in one or two sentences."),
                values: [("limit", String(StatedSurge.reasonLimit))])
        }
        return stated.people
    }

    private func computedPeople(_ known: Counter) throws -> Int {
        guard let reading = known.reading, reading.ratioPermille != nil || reason != nil else { throw noFigures }
        guard let computed = known.computed else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Tanpa jumlah petugas yang ada, kekurangannya tidak dapat dihitung.",
                    "Without who is there, nobody can say how many are missing."),
                advice: Sentence(
                    "Sebutkan --present N, atau --post dengan --route, atau --people N.",
                    "Give --present N, or --post with --route, or --people N."))
        }
        if let refusal = computed.refusal { throw refusal }
        guard let people = computed.people, StatedSurge.peopleRange.contains(people) else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Data loket memerlukan lebih dari {limit} orang sekaligus.",
                    "The figures ask for more than {limit} people at one time."),
                advice: Sentence(
                    "Periksa datanya, atau sebutkan --people N.", "Check the figures, or give --people N."),
                values: [("limit", String(StatedSurge.peopleRange.upperBound))])
        }
        return people
    }

    private var noFigures: CommandError {
        CommandError(
            .badArgument,
            Sentence("Tidak ada data loket untuk layanan ini.", "There are no counter figures of this service."),
            advice: Sentence(
                "Masukkan data dengan surge import, atau sebutkan --people dengan alasan kepala unit (--reason).",
                "Import figures with surge import, or give --people with the head's reason (--reason)."))
    }

    /// A vacancy for as many people, from which they return on the day after the rush.
    private func vacancy(
        _ post: String, _ route: String, _ people: Int, for surge: Recording, _ workplace: Workplace
    ) throws -> JSONValue {
        let choice = VacancyFromPost.Choice(
            route: route, mode: Vacancy.Mode.first.rawValue, seats: people, returns: until.adding(days: 1),
            openUntil: until)
        let body = try JSON(parsing: workplace.vacancy(post: post, unit: unit, choice).encoded)
        let by = JSONValue.object([("by", .string(surge.draft.operation.record.text))])
        return try workplace.dated(
            .object([("vacancy", body.requiredObject("vacancy").replacing([("surge", by)]))]))
    }
}
