import Negotiation
import NodeKit
import Personnel
import StrictJSON

extension Presenter {
    /// What waits for this agency, each with its command, then what it waits for from others.
    ///
    /// - Parameters:
    ///   - unsent: drafts that wait here; what they do still counts as not done.
    ///   - held: how many of them a person has to release first.
    ///   - isRegistry: whether the page is read where the staff rows are; elsewhere it says what runs only there.
    public func todoPage(unsent: Int = 0, held: Int = 0, isRegistry: Bool = true) -> Page {
        let lines = todo.lines
        let mine = lines.filter { $0.who == own }
        let others = lines.filter { $0.who != own }
        var page = Page([.title(say("Yang perlu dikerjakan ", "To do at ") + agency(own))])
        if let today = records.today {
            page.add(.paragraph(say("Hari ini \(date(today)).", "Today is \(date(today)).")))
        }
        if unsent > 0 {
            page.add(
                .advice(
                    say(
                        "\(unsent) draf menunggu dikirim; pekerjaannya masih tampil di bawah sampai diputuskan:",
                        "\(unsent) drafts wait to be sent; what they do stands below until it is decided:"),
                    command: "\(todo.program(own)) sync"))
        }
        if held > 0 {
            page.add(
                .advice(
                    say(
                        "\(held) draf ditahan untuk diperiksa; lepas atau tarik:",
                        "\(held) drafts are held for you to look at; release or withdraw them:"),
                    command: "\(todo.program(own)) outbox list"))
        }
        let notices = recentNotices()
        if !notices.isEmpty {
            page.add(.heading(say("Pemberitahuan: \(notices.count)", "Notices: \(notices.count)")))
            page.add(.items(notices))
        }
        if !records.unreadable.isEmpty {
            let count = records.unreadable.count
            page.add(
                .paragraph(
                    say(
                        "\(count) catatan tidak terbaca oleh versi ini dan tidak ikut di bawah; perbarui program.",
                        "\(count) records cannot be read by this version and are not below; update the program.")))
        }
        page.add(.heading(say("Menunggu Anda: \(mine.count)", "Waiting for you: \(mine.count)")))
        if mine.isEmpty {
            page.add(.paragraph(say("Tidak ada.", "Nothing.")))
        }
        for line in mine {
            let elsewhere =
                line.needsRegistry && !isRegistry ? say("; di simpul registri", "; on the registry node") : ""
            page.add(.advice(sentence(line) + elsewhere, command: line.command))
        }
        if !others.isEmpty {
            page.add(.heading(say("Menunggu pihak lain: \(others.count)", "Waiting for others: \(others.count)")))
            page.add(.items(others.map { "\(agency($0.who)): \(sentence($0))" }))
        }
        return page
    }

    /// `{"today"?,"todo":[…],"waiting":[…],"held","alarms":[…],"notices":[…]}`: own lines, and those of others.
    ///
    /// - Parameter alarms: units whose counters are in a rush for which nobody asked help yet.
    public func todoJSON(held: Int = 0, changed: Int = 0, alarms: [CounterReadings.Unit] = []) -> JSONValue {
        let lines = todo.lines
        var members: [(String, JSONValue)] = records.today.map { [("today", .string($0.iso))] } ?? []
        members.append(("todo", .array(lines.filter { $0.who == own }.map(\.json))))
        members.append(("waiting", .array(lines.filter { $0.who != own }.map(\.json))))
        members.append(("held", .integer(held)))
        members.append(("alarms", .array(alarms.map(\.alarmJSON))))
        members.append(("changedOutcomes", .integer(changed)))
        members.append(("notices", .array(records.notices.compactMap { records.record($0.id).map(RecordJSON.of) })))
        return .object(members)
    }

    /// What has to be done, about which person and post, until when.
    func sentence(_ line: TodoLine) -> String {
        let subject = about(line.record)
        let until = line.until.map { say("; sampai \(deadline($0))", "; until \(deadline($0))") } ?? ""
        let letter = line.isByLetter ? say(", dari suratnya", ", from its letter") : ""
        return "\(what(line))\(letter): \(subject)\(until)"
    }

    /// What has to be done, without what it is about.
    func what(_ line: TodoLine) -> String {
        switch line.kind {
        case .resolveConflict: say("selesaikan pertentangan", "resolve a conflict")
        case .confirmProposal:
            say("periksa sebagai orang kedua: ", "look at it as the second person: ") + word(.operation, line.subject)
        case .answerOffer: say("jawab usulan mutasi (setuju, tolak atau syarat lain)", "answer the offer")
        case .decideOffer: say("putuskan usulan yang ditolak atau tidak dijawab", "decide a contested offer")
        case .answerRequest:
            say("jawab permohonan pegawai, dengan alasan", "answer the person's request, with a reason")
        case .followRequest:
            say("usulkan pegawai yang permohonannya dikabulkan", "offer the person whose request was granted")
        case .rankOffers:
            say("urutkan usulan yang menunggu lowongan", "rank the offers that wait for the vacancy")
        case .recordPerson: say("catat pernyataan pegawai dari suratnya", "record the person's word from the letter")
        case .decidePackage: say("putuskan paket mutasi yang terhenti", "decide the package that stopped")
        case .issueOpinion: say("terbitkan: ", "issue: ") + paperName(line)
        case .decideObjection: say("catat putusan atas keberatan", "record the decision on the objection")
        case .correctDecree:
            say(
                "ralat atau cabut SK setelah keberatan dikabulkan (\(line.subject))",
                "correct or revoke the decree after the objection was upheld (\(line.subject))")
        case .answerExtension:
            say(
                "jawab permintaan perpanjangan sampai \(date(text: line.subject))",
                "answer the extension to \(date(text: line.subject))")
        case .checkOffer: say("periksa lagi syarat pegawainya sebelum SK", "check the person again before the decree")
        case .issueDecree: say("terbitkan dokumen penutup: ", "issue the decree: ") + paperName(line)
        case .requireTraining:
            say("tetapkan pelatihan \(competence(line.subject))", "require training in \(competence(line.subject))")
        case .confirmTraining:
            say("konfirmasi pelatihan \(competence(line.subject))", "confirm training in \(competence(line.subject))")
        case .takeStep: say("catat ", "record the ") + word(.gate, line.subject)
        case .startTransfer: say("catat mulai bertugas (SPMT)", "record the start of duty")
        case .settlePerson:
            say(
                "tentukan dinas pegawai ini, yang juga ada dalam berkas \(line.subject)",
                "settle whose person this is, who stands in the file of \(line.subject) too")
        case .confirmPeople:
            say("usulkan pegawai unit yang pindah", "propose the people of the units that go over")
        case .expectReorganisation:
            say("penataan yang akan berlaku: \(line.subject)", "a reorganisation that will count: \(line.subject)")
        case .repeatReorganisation:
            say(
                "penataan yang gagal dilaksanakan (\(line.subject)): perbaiki dan catat lagi, atau batalkan",
                "a reorganisation that could not be carried out (\(line.subject)): correct and record it anew, or withdraw it"
            )
        case .callPeople: say("panggil petugas untuk loket yang ramai", "call people for a counter in a rush")
        case .findPerson: say("cari calon untuk lowongan", "find a person for the vacancy")
        }
    }

    private func paperName(_ line: TodoLine) -> String {
        records.offer(line.record).map { named(line.subject, of: $0) } ?? line.subject
    }

    /// The person and the post that a record is about.
    func about(_ id: RecordID) -> String {
        if let offer = records.offer(id) {
            return "\(person(of: offer.card)) -> \(place(of: offer.vacancy))"
        }
        if let transfer = records.transfers.first(where: { $0.id == id }) {
            return "\(person(of: transfer.card)) -> \(place(of: transfer.vacancy))"
        }
        if let training = records.trainings.first(where: { $0.id == id }) {
            return records.offer(training.offer).map { about($0.id) } ?? shown(id)
        }
        if let conflict = records.conflicts.first(where: { $0.id == id }) {
            return "\(word(.kind, conflict.subject.rawValue)) \(about(conflict.record))"
        }
        if let proposal = records.proposals.first(where: { $0.id == id }) {
            return about(proposal.operation.record)
        }
        if let package = records.packages.first(where: { $0.id == id }) {
            return say("paket \(package.offers.count) usulan", "package of \(package.offers.count) offers")
        }
        if let request = records.requests.first(where: { $0.id == id }) {
            return "\(person(of: request.card)), \(named(route: request.route))"
        }
        if let act = records.reorganisations.first(where: { $0.id == id }) {
            return say("penataan \(act.number)", "reorganisation \(act.number)")
        }
        if let surge = records.surges.first(where: { $0.id == id }) {
            return "\(surge.service), \(surge.unitName)"
        }
        if records.vacancy(id) != nil {
            return place(of: id)
        }
        return records.card(id) == nil ? shown(id) : person(of: id)
    }
}
