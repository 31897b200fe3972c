import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `staff reorganise`: the people of units that go over are proposed for their own posts at the new agency.
struct StaffReorganise: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "reorganise",
        abstract: "Propose the people of units that go over to another agency for their own posts there.",
        discussion: """
            Example: mutasi-node staff reorganise 88e4c0 --sync

            Everybody who holds a post of such a unit is proposed for that post, with the rule sheet of the route. Whom a rule \
            forbids, or for whose post no seat was opened, is told and left. Run again, it does what is missing.
            """)

    @Argument(help: "The reorganisation, or the end of its id.")
    var reorganisation: String

    @Option(
        help: ArgumentHelp("The first day at the new agency; else the day from which it counts.", valueName: "date"))
    var start: CivilDate?

    @OptionGroup var recording: RecordingOptions
    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let act = try Reorganisation(try workplace.record(reorganisation, .reorganisation))
        guard act.state == .applied else {
            throw CommandError(
                .badArgument,
                Sentence("Penataan ini tidak (atau belum) berlaku.", "This reorganisation is not in force."),
                advice: Sentence(
                    "Lihat keadaan dan tanggalnya dengan reorganisation show.",
                    "See its state and its day with reorganisation show."))
        }
        let today = try workplace.today()
        let policy = try workplace.policy()
        let opened = Set(act.opened)
        let vacancies = try workplace.foreseen(.vacancy).compactMap { try? Vacancy($0) }
            .filter { opened.contains($0.id) && $0.ended == nil && $0.reorganised?.from == workplace.agency }
        let offers = try workplace.foreseen(.offer).compactMap { try? Offer($0) }.filter { $0.closed == nil }
        let units = Set(act.units.filter { $0.from == workplace.agency && $0.to != $0.from }.map(\.unit))
        var seats = Dictionary(vacancies.map { ($0.id, $0.seatsFree) }) { first, _ in first }
        var batch = RecordingBatch()
        for sheet in try workplace.store.staff.activeSheets() {
            guard let held = sheet.definitiveAssignment(on: today)?.assignment, units.contains(held.unitID) else {
                continue
            }
            let nip = sheet.person.nip.text
            guard let vacancy = vacancies.first(where: { $0.unit == held.unitID && $0.post == held.postID }) else {
                batch.leave(nip, Self.noSeat)
                continue
            }
            guard let card = sheet.card else {
                batch.leave(nip, Self.noCard)
                continue
            }
            guard !offers.contains(where: { $0.card == card && opened.contains($0.vacancy) }) else { continue }
            guard let free = seats[vacancy.id], free > 0 else {
                batch.leave(nip, Self.noSeat)
                continue
            }
            seats[vacancy.id] = free - 1
            let terms = OfferTerms(start: max(start ?? act.from, today))
            let rules = try policy.route(vacancy.route).map { route in
                try workplace.ruleSheet(card: card, vacancy: vacancy, route: route, policy: policy, terms: terms)
            }
            let body = JSONValue.offer(card: card, vacancy: vacancy.id, terms: terms, sheet: rules, request: nil)
            batch.add(card, try await workplace.record(.offerPropose, body, anyway: recording.anyway))
        }
        return try await batch.answer(
            workplace, sync: recording.sync, Sentence("Usulan penetapan pegawai", "People proposed for their posts"))
    }

    private static let noSeat = Sentence(
        "tidak ada formasi untuk jabatan ini dalam penataan", "the reorganisation opened no seat for this post")
    private static let noCard = Sentence(
        "belum memiliki kartu; jalankan sync lebih dahulu", "has no card yet; run sync first")
}

/// `staff units`: what the BKD needs to write a reorganisation: posts and holders of units, no names.
struct StaffUnits: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Units with their posts and how many hold each: what a reorganisation's table needs.",
        discussion: """
            Example: mutasi-node staff units U-12 U-13 --json > units.json

            Numbers only, no names. Send it to the BKD, which adds to which agency each unit goes.
            """)

    @Argument(help: "The units' ids; else all units that have people.")
    var units: [String] = []

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        try workplace.requireRegistry()
        let today = try workplace.today()
        let movements = try workplace.store.movements(on: today)
        let rows = try workplace.store.staff.read { try $0.unitPosts(on: today, movements) }
            .filter { units.isEmpty || units.contains($0.unit.id) }
        let own = workplace.agency.text
        let json = JSONValue.array(
            rows.map { row in
                .object([
                    ("unit", .string(row.unit.id)), ("name", .string(row.unit.name)), ("from", .string(own)),
                    ("to", .string("")),
                    (
                        "posts",
                        .array(
                            row.posts.map { post in
                                .object([
                                    (
                                        "post",
                                        .object([
                                            ("id", .string(post.post.id)), ("name", .string(post.post.name)),
                                            ("kind", .string(post.post.kind.rawValue)),
                                        ])
                                    ), ("seats", .integer(post.holders)),
                                ])
                            })
                    ),
                ])
            })
        return Answer(.object([("units", json)])) { Self.page(rows, $0) }
    }

    private static func page(_ rows: [UnitPosts], _ language: Language) -> Page {
        let columns = [
            Table.Column(Sentence("Unit", "Unit")[language]), Table.Column(Sentence("Nama", "Name")[language]),
            Table.Column(Sentence("Jabatan", "Post")[language]),
            Table.Column(Sentence("Pemangku", "Holders")[language], .right),
        ]
        let lines = rows.flatMap { row in
            row.posts.map { [row.unit.id, row.unit.name, $0.post.name, language.number($0.holders)] }
        }
        return Page([.table(Table(columns, rows: lines))])
    }
}
