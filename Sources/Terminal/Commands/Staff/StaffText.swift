import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// A person in both forms, at the registry that holds the rows.
enum StaffText {
    /// `{"nip","name","active","left"?,"grade"?,"post"?,"unit"?,"awaitsExport","secondment"?,"leaving"?}`
    static func row(_ sheet: PersonSheet, _ movements: Movements = .none, on day: CivilDate) -> JSONValue {
        let person = sheet.person
        var members: [(String, JSONValue)] = [
            ("nip", .string(person.nip.text)), ("name", .string(person.name)), ("active", .boolean(person.isActive)),
        ]
        if case .left(let date, let agency) = person.presence {
            members.append(("left", .object([("on", .string(date.iso)), ("to", .string(agency))])))
        }
        members.append(("grade", .optional(person.grade?.text)))
        if let held = sheet.definitiveAssignment(on: day) {
            members += [
                ("post", .object([("id", .string(held.assignment.postID)), ("name", .string(held.postName))])),
                ("unit", .object([("id", .optional(held.assignment.unitID)), ("name", .string(held.unitName))])),
            ]
        }
        if let away = secondment(sheet, on: day) {
            members.append(("secondment", assignment(away)))
        }
        if let move = leaving(sheet, movements) {
            members.append(
                (
                    "leaving",
                    .object([
                        ("transfer", .string(move.transfer.text)), ("to", .string(move.receiving.text)),
                        ("start", .string(move.start.iso)),
                    ])
                ))
        }
        members.append(("awaitsExport", .boolean(person.awaitsExport)))
        members.append(("card", .optional(sheet.card?.text)))
        return .object(members)
    }

    /// The row and every list.
    static func sheet(_ sheet: PersonSheet, _ movements: Movements = .none, on day: CivilDate) -> JSONValue {
        guard case .object(let members) = row(sheet, movements, on: day) else { return .null }
        return .object(
            members + [
                ("assignments", .array(sheet.assignments.map(assignment))),
                (
                    "appraisals",
                    .array(
                        sheet.appraisals.map {
                            .object([("year", .integer($0.year)), ("rating", .string($0.rating.rawValue))])
                        })
                ),
                (
                    "competences",
                    .array(
                        sheet.competences.map {
                            .object([
                                ("competence", .string($0.competence)), ("level", .integer($0.level)),
                                ("assessed", .string($0.assessed.iso)),
                            ])
                        })
                ),
                (
                    "certificates",
                    .array(
                        sheet.certificates.map {
                            .object([
                                ("kind", .string($0.kind)), ("number", .string($0.number)),
                                ("validUntil", .optional($0.validUntil?.iso)),
                            ])
                        })
                ),
                (
                    "trainings",
                    .array(
                        sheet.trainings.map {
                            .object([
                                ("name", .string($0.name)), ("hours", .integer($0.hours)),
                                ("date", .string($0.date.iso)), ("competence", .optional($0.competence)),
                            ])
                        })
                ),
            ])
    }

    /// `{"transfer","home","nip"?,"name"?,"post","unit","from","until"}`
    static func guest(_ guest: Guest) -> JSONValue {
        .object([
            ("transfer", .string(guest.transfer.text)), ("home", .string(guest.home.text)),
            ("nip", .optional(guest.profile?.nip.text)), ("name", .optional(guest.profile?.name)),
            ("post", .object([("id", .string(guest.postID)), ("name", .string(guest.postName))])),
            ("unit", .object([("id", .string(guest.unitID)), ("name", .string(guest.unitName))])),
            ("from", .string(guest.span.from.iso)), ("until", .optional(guest.span.until?.iso)),
        ])
    }

    /// `{"transfer","home","nip"?,"name"?,"post","unit","start","started"}`: a decreed person whom no row shows here yet.
    static func arriving(_ move: Movements.Move) -> JSONValue {
        .object([
            ("transfer", .string(move.transfer.text)), ("home", .string(move.home.text)),
            ("nip", .optional(move.nip?.text)), ("name", .optional(move.name)),
            ("post", .object([("id", .string(move.place.post.id)), ("name", .string(move.place.post.name))])),
            ("unit", .object([("id", .string(move.place.unitID)), ("name", .string(move.place.unitName))])),
            ("start", .string(move.start.iso)), ("started", .boolean(move.hasStarted)),
        ])
    }

    private static func leaving(_ sheet: PersonSheet, _ movements: Movements) -> Movements.Move? {
        movements.leaving.first { $0.nip == sheet.person.nip }
    }

    private static func assignment(_ held: StaffAssignment) -> JSONValue {
        .object([
            ("kind", .string(held.assignment.kind.rawValue)), ("post", .string(held.postName)),
            ("unit", .string(held.unitName)), ("agency", .optional(held.assignment.agency)),
            ("from", .string(held.assignment.span.from.iso)), ("until", .optional(held.assignment.span.until?.iso)),
            ("decree", .optional(held.decree?.number)), ("transfer", .optional(held.transfer?.text)),
        ])
    }

    private static func secondment(_ sheet: PersonSheet, on day: CivilDate) -> StaffAssignment? {
        sheet.assignments.first { $0.assignment.kind == .secondment && $0.assignment.span.contains(day) }
    }

    // MARK: Pages

    static func list(
        _ people: [PersonSheet], guests: [Guest], _ movements: Movements, _ come: [Movements.Move], on day: CivilDate,
        former: Bool, _ language: Language
    ) -> Page {
        let columns = [
            Table.Column("NIP"), Table.Column(Sentence("Nama", "Name")[language]),
            Table.Column(Sentence("Gol.", "Grade")[language]), Table.Column(Sentence("Jabatan", "Post")[language]),
            Table.Column(Sentence("Unit", "Unit")[language]), Table.Column(Sentence("Keterangan", "Remark")[language]),
        ]
        let rows = people.map { sheet in
            // Who left is shown with the last post here.
            let held = sheet.definitiveAssignment(on: day) ?? sheet.assignments.last
            return [
                sheet.person.nip.text, sheet.person.name, sheet.person.grade?.text ?? "", held?.postName ?? "",
                held?.unitName ?? "", remark(sheet, movements, on: day, language),
            ]
        }
        let coming = come.map { move in
            [
                move.nip?.text ?? "-", move.name ?? "-", "", move.place.post.name, move.place.unitName,
                (move.hasStarted ? Self.fileMissing : Self.notStartedHere).text(
                    language, [("home", move.home.text), ("start", language.date(move.start))]),
            ]
        }
        let visiting = guests.map { guest in
            [
                guest.profile?.nip.text ?? "-", guest.profile?.name ?? "-", "", guest.postName, guest.unitName,
                Sentence("penugasan dari {home} sampai {until}", "seconded from {home} until {until}").text(
                    language, [("home", guest.home.text), ("until", guest.span.until.map(language.date) ?? "-")]),
            ]
        }
        var page = Page([
            .title(
                former
                    ? Sentence("Pegawai yang sudah keluar", "People who left")[language]
                    : Sentence("Pegawai aktif", "Active staff")[language])
        ])
        page.add(
            rows.isEmpty && visiting.isEmpty && coming.isEmpty
                ? .paragraph(Sentence("Tidak ada.", "None.")[language])
                : .table(Table(columns, rows: rows + visiting + coming)))
        return page
    }

    private static let notStartedHere = Sentence(
        "TMT {start} dari {home}, belum SPMT", "from {home}, due {start}, no start letter yet")
    private static let fileMissing = Sentence(
        "SPMT {start} dari {home}, berkas kepegawaian belum diterima",
        "from {home}, started {start}, personnel file not here yet")

    static func page(_ sheet: PersonSheet, _ movements: Movements = .none, on day: CivilDate, _ language: Language)
        -> Page
    {
        func field(_ name: Sentence, _ value: String?) -> Page.Field {
            Page.Field(name[language], value ?? "-")
        }
        let held = sheet.definitiveAssignment(on: day)
        var page = Page([
            .title("\(sheet.person.name), \(sheet.person.nip.text)"),
            .fields([
                field(Sentence("Golongan", "Grade"), sheet.person.grade?.text),
                field(Sentence("Jabatan", "Post"), held?.postName),
                field(Sentence("Unit", "Unit"), held?.unitName),
                field(Sentence("Keterangan", "Remark"), remark(sheet, movements, on: day, language)),
            ]),
        ])
        page.add(.heading(Sentence("Riwayat jabatan", "History of posts")[language]))
        page.add(
            .items(
                sheet.assignments.map { held in
                    let until = held.assignment.span.until.map(language.date) ?? Sentence("kini", "now")[language]
                    return "\(language.date(held.assignment.span.from)) – \(until): \(held.postName), \(held.unitName)"
                }))
        page.add(.heading(Sentence("Penilaian kinerja", "Appraisals")[language]))
        page.add(
            .items(
                sheet.appraisals.map { "\($0.year): \(Sentences.word(.term, $0.rating.rawValue, language))" }))
        page.add(.heading(Sentence("Kompetensi", "Competences")[language]))
        page.add(
            .items(
                sheet.competences.map {
                    "\(Sentences.word(.competence, $0.competence, language)): \($0.level)"
                }))
        page.add(.heading(Sentence("Sertifikat dan pelatihan", "Certificates and training")[language]))
        page.add(
            .items(
                sheet.certificates.map { "\($0.kind) \($0.number)" }
                    + sheet.trainings.map { "\($0.name), \($0.hours) JP, \(language.date($0.date))" }))
        return page
    }

    private static func remark(
        _ sheet: PersonSheet, _ movements: Movements, on day: CivilDate, _ language: Language
    ) -> String {
        switch sheet.person.presence {
        case .left(let date, let agency):
            return Sentence("pindah ke {agency} {date}", "moved to {agency} on {date}").text(
                language, [("agency", agency), ("date", language.date(date))])
        case .absent(let date):
            return Sentence("tidak ada dalam berkas sejak {date}", "not in the file since {date}").text(
                language, [("date", language.date(date))])
        case .present: break
        }
        if let move = leaving(sheet, movements) {
            return Sentence("TMT {start} di {agency}, belum SPMT", "due at {agency} {start}, no start letter yet").text(
                language, [("start", language.date(move.start)), ("agency", move.receiving.text)])
        }
        if let away = secondment(sheet, on: day) {
            return Sentence("bertugas di {unit} sampai {until}", "serves at {unit} until {until}").text(
                language, [("unit", away.unitName), ("until", away.assignment.span.until.map(language.date) ?? "-")])
        }
        return sheet.person.awaitsExport ? Sentence("menunggu SIASN", "waiting for SIASN")[language] : ""
    }
}
