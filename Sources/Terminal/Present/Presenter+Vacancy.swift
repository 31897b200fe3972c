import Negotiation
import Personnel
import StrictJSON

extension Presenter {
    public func vacancies(_ vacancies: [Vacancy]) -> Page {
        guard !vacancies.isEmpty else { return nothing("Tidak ada lowongan.", "There are no vacancies.") }
        let rows = vacancies.map { vacancy in
            [
                shown(vacancy.id), place(vacancy), agency(vacancy.agency), vacancy.route,
                say("\(vacancy.seatsFree) dari \(vacancy.seats)", "\(vacancy.seatsFree) of \(vacancy.seats)"),
                vacancy.openUntil.map(date) ?? "", state(vacancy),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Jabatan dan unit", "Post and unit"),
                        column("Perangkat daerah", "Agency"), column("Jenis mutasi", "Kind of move"),
                        column("Kosong", "Free"), column("Sampai", "Until"), column("Keadaan", "State"),
                    ], rows: rows))
        ])
    }

    public func vacancy(_ vacancy: Vacancy) -> Page {
        let title = say("Lowongan \(shown(vacancy.id)): ", "Vacancy \(shown(vacancy.id)): ") + state(vacancy)
        var fields = [
            field("Jabatan dan unit", "Post and unit", place(vacancy)),
            field("Perangkat daerah", "Agency", agency(vacancy.agency)),
        ]
        if let district = vacancy.group("place")?["district"]?.string {
            fields.append(field("Kecamatan", "District", district))
        }
        fields.append(field("Jenis mutasi", "Kind of move", named(route: vacancy.route)))
        if let returns = vacancy.group("kind")?["return"]?.string {
            fields.append(field("Kembali", "Return", date(text: returns)))
        }
        fields += vacancy.openUntil.map { [field("Dibuka sampai", "Open until", deadline($0))] } ?? []
        fields += mode(vacancy)
        fields.append(
            field(
                "Formasi", "Seats",
                say(
                    "\(vacancy.seats); terkunci \(vacancy.taken - vacancy.filled), terisi \(vacancy.filled), "
                        + "kosong \(vacancy.seatsFree)",
                    "\(vacancy.seats); held \(vacancy.taken - vacancy.filled), filled \(vacancy.filled), "
                        + "free \(vacancy.seatsFree)")))
        if let card = vacancy.freedBy {
            let overlap = vacancy.hasOverlap ? say(", dengan tumpang tugas", ", with an overlap") : ""
            fields.append(field("Ditinggalkan oleh", "Left by", person(of: card) + overlap))
        }
        if let need = vacancy.need, let holders = vacancy.holders {
            fields.append(
                field("Kebutuhan (ABK)", "Need", say("\(need), terisi \(holders)", "\(need), holders \(holders)")))
        }
        var page = Page([.title(title), .fields(fields)])
        page.blocks += standard(vacancy)
        let offers = records.offers.filter { $0.vacancy == vacancy.id }
        if !offers.isEmpty {
            page.add(.heading(say("Usulan", "Offers")))
            page.blocks += self.offers(offers).blocks
        }
        page.blocks += next(todo.lines(of: vacancy))
        if vacancy.ended == nil, vacancy.agency != own {
            page.add(
                .advice(
                    say("Pegawai sendiri yang cocok:", "Own people who fit:"),
                    command: "\(todo.program(own)) match \(shown(vacancy.id))"))
        }
        return page
    }

    func state(_ vacancy: Vacancy) -> String {
        if let ended = vacancy.ended {
            return say("ditutup: ", "closed: ") + ending(ended)
        }
        return vacancy.seatsFree > 0 ? say("terbuka", "open") : say("semua formasi terkunci", "every seat is held")
    }

    private func standard(_ vacancy: Vacancy) -> [Page.Block] {
        guard let standard = vacancy.group("standard") else { return [] }
        var fields: [Page.Field] = []
        if let grades = standard["grades"] {
            let range = [grades["min"]?.string, grades["max"]?.string].compactMap { $0 }
            fields.append(field("Golongan", "Grades", range.joined(separator: " - ")))
        }
        if let education = standard["education"], let level = education["level"]?.string {
            let subjects = (education["fields"]?.elements ?? []).compactMap(\.string).joined(separator: ", ")
            fields.append(field("Pendidikan", "Education", subjects.isEmpty ? level : "\(level): \(subjects)"))
        }
        let levels = vacancy.standard.sorted { $0.key < $1.key }.map { "\(competence($0.key)) \($0.value)" }
        fields += levels.isEmpty ? [] : [field("Kompetensi", "Competences", levels.joined(separator: "; "))]
        let certificates = (standard["certificates"]?.elements ?? []).compactMap(\.string)
        fields +=
            certificates.isEmpty ? [] : [field("Sertifikat", "Certificates", certificates.joined(separator: ", "))]
        return fields.isEmpty ? [] : [.heading(say("Syarat jabatan", "What the post asks")), .fields(fields)]
    }
}
