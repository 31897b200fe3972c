import Negotiation
import Personnel
import StrictJSON

/// The region, its agencies and its policy.
extension Presenter {
    public func region() -> Page {
        guard let region = records.region else {
            return nothing("Data daerah belum diterima; jalankan sync.", "The region is not here yet; run sync.")
        }
        return Page([
            .title(say("Daerah \(region.name)", "Region \(region.name)")),
            .fields([
                field("Kode", "Code", region.code),
                field("Hari ini", "Today", date(region.day)),
                field("Zona waktu", "Time zone", region.zone),
                field("BKD", "BKD", agency(region.desk)),
                field("Uji coba", "Trial", region.isTrial ? say("ya", "yes") : say("tidak", "no")),
            ]),
        ])
    }

    public func agencies() -> Page {
        let agencies = records.agencies.values.sorted { $0.code < $1.code }
        guard !agencies.isEmpty else { return nothing("Belum ada perangkat daerah.", "There are no agencies.") }
        let rows = agencies.map { agency in
            [
                agency.code.text, self.agency(agency.code), language.number(agency.nodes.count),
                agency.isOutside
                    ? say("di luar daerah", "outside the region")
                    : agency.registry == nil ? say("belum", "not yet") : say("ada", "yes"),
            ]
        }
        return Page([
            .table(
                Table(
                    [
                        column("Kode", "Code"), column("Nama", "Name"), column("Simpul", "Nodes", .right),
                        column("Registri", "Registry"),
                    ], rows: rows))
        ])
    }

    public func nodes() -> Page {
        let rows = records.agencies.values.sorted { $0.code < $1.code }.flatMap { agency in
            agency.nodes.map { node in
                [
                    node.id.text, self.agency(agency.code),
                    node.isRegistry ? say("registri", "registry") : say("negosiasi", "negotiation"),
                    alarm(node.id) ?? "",
                ]
            }
        }
        guard !rows.isEmpty else { return nothing("Belum ada simpul yang bergabung.", "No node has joined.") }
        return Page([
            .table(
                Table(
                    [
                        column("Simpul", "Node"), column("Perangkat daerah", "Agency"), column("Peran", "Part"),
                        column("Salinan lama menghubungi", "Old copy has called"),
                    ],
                    rows: rows))
        ])
    }

    public func policy(_ policy: Policy) -> Page {
        let numbers = policy.personnel
        var page = Page([
            .title(
                say(
                    "Kebijakan versi \(policy.version), berlaku sejak \(date(policy.from))",
                    "Policy version \(policy.version), from \(date(policy.from))")),
            .fields([
                field("Masa jabatan minimal", "Term in post", months(numbers.termInPostMonths)),
                field("Waktu rotasi", "Rotation due", months(numbers.rotationDueMonths)),
                field(
                    "SKP yang diperiksa", "Appraisals asked",
                    say("\(numbers.appraisalYears) tahun", "\(numbers.appraisalYears) years")),
                field("JPM optimal", "JPM optimal", "\(numbers.competenceOptimalPercent) %"),
                field("JPM cukup", "JPM near", "\(numbers.competenceNearPercent) %"),
                field(
                    "Jam kerja efektif", "Effective time",
                    language.number(numbers.effectiveMinutesPerYear) + say(" menit/tahun", " minutes a year")),
            ]),
        ])
        if !policy.twoPersons.isEmpty {
            let kinds = policy.twoPersons.map { word(.operation, $0) }.joined(separator: ", ")
            page.add(
                .paragraph(
                    say("Berlaku setelah dikonfirmasi orang kedua: ", "Counts once a second person confirmed: ") + kinds
                ))
        }
        for route in policy.routes {
            page.add(.heading(say("Jenis mutasi ", "Kind of move ") + route.code))
            page.add(.fields(fields(route)))
        }
        return page
    }

    private func fields(_ route: Route) -> [Page.Field] {
        func steps(_ moment: Route.Step.Moment) -> String {
            let named = route.steps.filter { $0.moment == moment }.map { step in
                "\(word(.gate, step.step)) (\(word(step.owner == .desk ? .term : .side, step.owner.rawValue)))"
            }
            return named.isEmpty ? "-" : named.joined(separator: ", ")
        }
        let opinions = route.opinions.map { opinion in
            let answers = opinion.answers.map(\.rawValue).joined(separator: ", ")
            let notes = [answers, opinion.isRequired ? "" : say("tidak wajib", "not required")].filter { !$0.isEmpty }
            return notes.isEmpty ? opinion.code : "\(opinion.code) (\(notes.joined(separator: "; ")))"
        }
        let remarks = route.remarks.map(\.rawValue).joined(separator: ", ")
        let effect = word(.assignment, route.assignment.rawValue) + (route.isActing ? say("; Plt", "; acting") : "")
        let opens = route.opens.map { word(.side, $0.rawValue) }.joined(separator: ", ")
        let seen =
            route.isHidden ? say("; terlihat sejak SK", "; seen from the decree on") : ""
        return [
            field("Akibat", "Effect", effect),
            field("Asal", "Home", word(.voice, route.home.rawValue)),
            field("Tujuan", "Receiving", word(.voice, route.receiving.rawValue)),
            field("Pegawai", "Person", word(.voice, route.person.rawValue)),
            field("Dibuka oleh", "Opened by", opens + seen),
            field("Pertimbangan", "Opinions", opinions.isEmpty ? "-" : opinions.joined(separator: ", ")),
            field("Dokumen penutup", "Ends with", route.document),
            field("Ralat dan pencabutan", "Corrected with", route.correction ?? "-"),
            field("Aturan", "Rules", route.rules.map(\.rawValue).joined(separator: ", ")),
            field("Hanya catatan", "Remarks only", remarks.isEmpty ? "-" : remarks),
            field("Tahapan sebelum mulai", "Steps before the start", steps(.before)),
            field("Tahapan setelah mulai", "Steps after the start", steps(.after)),
            field(
                "Batas jawaban", "Time to answer",
                say(
                    "\(route.stanceDays) hari, paling lama \(route.outerDays) hari",
                    "\(route.stanceDays) days, at most \(route.outerDays)")),
            field("Batas kuncian", "Time for a hold", say("\(route.holdDays) hari", "\(route.holdDays) days")),
            field(
                "Umur hasil pemeriksaan", "Age of the checks at the decree",
                route.sheetDays.map { say("paling lama \($0) hari", "at most \($0) days") }
                    ?? say("tidak dibatasi", "any")),
        ]
    }

    private func months(_ number: Int) -> String {
        say("\(number) bulan", "\(number) months")
    }
}
