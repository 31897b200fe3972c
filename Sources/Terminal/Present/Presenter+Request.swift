import Negotiation
import Personnel
import StrictJSON

/// Requests of civil servants.
extension Presenter {
    public func requests(_ requests: [Request]) -> Page {
        guard !requests.isEmpty else { return nothing("Tidak ada permohonan.", "There are no requests.") }
        let rows = requests.map { request in
            [
                shown(request.id), state(request), person(of: request.card), request.home.text, request.route,
                wishes(request), date(request.letterDate),
                language.list(todo.lines(of: request).map(\.who.text)),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Keadaan", "State"), column("Pegawai", "Person"),
                        column("Asal", "Home"), column("Jenis mutasi", "Kind of move"), column("Minat", "Wishes"),
                        column("Tanggal surat", "Letter"), column("Menunggu", "Waits for"),
                    ], rows: rows))
        ])
    }

    /// - Parameter reasons: texts of the answers' reasons by attachment, as far as they have come.
    public func request(_ request: Request, reasons: [String: String]) -> Page {
        let title = say("Permohonan \(shown(request.id)): ", "Request \(shown(request.id)): ") + state(request)
        let late = request.letterDate.days(until: request.day)
        let entered =
            date(request.day)
            + (late > 0 ? say(", \(late) hari setelah suratnya", ", \(late) days after its letter") : "")
        var fields = [
            field("Pegawai", "Person", person(of: request.card)),
            field("Perangkat daerah asal", "Home agency", agency(request.home)),
            field("Jenis mutasi", "Kind of move", named(route: request.route)),
            field("Minat", "Wishes", wishes(request)),
        ]
        fields += request.to.map { [field("Ditujukan kepada", "Addressed to", agency($0))] } ?? []
        fields += request.exchange.map { [field("Tukar tempat dengan", "Exchange with", shown($0))] } ?? []
        fields += request.reason.map { [field("Alasan", "Reason", $0)] } ?? []
        fields += [
            field(
                "Surat", "Letter",
                [request.letterNumber, date(request.letterDate)].compactMap { $0 }.joined(separator: ", ")),
            field("Dicatat", "Entered", "\(entered), \(agency(request.by)), \(request.said.actor)"),
        ]
        var page = Page([.title(title), .fields(fields)])
        page.blocks += answers(request, reasons)
        let offers = records.offers.filter { $0.request == request.id }
        if !offers.isEmpty {
            page.add(.heading(say("Usulan yang menyusul", "Offers that follow")))
            page.blocks += self.offers(offers).blocks
        }
        page.blocks += next(todo.lines(of: request))
        return page
    }

    /// `{"request":{…record,"waits":[…],"reasons":{attachment: text}}}`
    public func requestJSON(_ request: Request, reasons: [String: String]) -> JSONValue {
        guard let record = records.record(request.id), case .object(let members) = RecordJSON.of(record) else {
            return .object([("request", nil)])
        }
        let waits = JSONValue.array(todo.lines(of: request).map(\.json))
        let texts = reasons.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
        return .object([("request", .object(members + [("waits", waits), ("reasons", .object(texts))]))])
    }

    private func answers(_ request: Request, _ reasons: [String: String]) -> [Page.Block] {
        guard !request.answers.isEmpty else { return [] }
        let rows = request.answers.map { answer in
            [
                agency(answer.agency), word(.stance, answer.says.rawValue), date(answer.date),
                reasons[answer.reason] ?? say("belum diterima", "not here yet"), answer.actor,
            ]
        }
        return [
            .heading(say("Jawaban", "Answers")),
            .table(
                Table(
                    [
                        column("Pihak", "Party"), column("Jawaban", "Says"), column("Tanggal", "Date"),
                        column("Alasan", "Reason"), column("Dicatat oleh", "Recorded by"),
                    ], rows: rows)),
        ]
    }

    func state(_ request: Request) -> String {
        if let ended = request.ended { return say("selesai: ", "ended: ") + ending(ended) }
        if records.offers.contains(where: { $0.request == request.id && $0.closed == nil }) {
            return say("menjadi usulan", "an offer follows it")
        }
        return say("terbuka", "open")
    }

    private func wishes(_ request: Request) -> String {
        let parts =
            request.wishes.posts.map(postName) + request.wishes.agencies.map(agency) + request.wishes.districts
        return parts.isEmpty ? "-" : parts.joined(separator: "; ")
    }

    /// A post's name as some vacancy has it, or its id.
    private func postName(_ id: String) -> String {
        records.vacancies.first { $0.post == id }?.group("place")?["post"]?["name"]?.string ?? id
    }
}
