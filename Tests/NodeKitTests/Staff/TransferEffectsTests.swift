import GRDB
import Negotiation
import Personnel
import Testing

@testable import NodeKit

struct TransferEffectsTests {
    private typealias Files = OfficialExport

    private let start = StaffDatabase.day("2026-05-04")

    private func homeWithCard() throws -> StaffDatabase {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        try database.store.link(try StaffRecords.id(1), to: try NIP(parsing: Files.aminah))
        return database
    }

    private func transfer(
        _ effect: Route.AssignmentEffect = .definitive, to receiving: String = "dinkes", returns: CivilDate? = nil,
        number: Int = 50
    ) throws -> StartedTransfer {
        StartedTransfer(
            transfer: try StaffRecords.id(number), card: try StaffRecords.id(1),
            home: try #require(AgencyCode("disdukcapil")), receiving: try #require(AgencyCode(receiving)),
            effect: effect,
            place: StartedTransfer.Place(
                post: Post(id: "PL-77", name: "Petugas Loket", kind: .pelaksana, family: "administrasi"), unitID: "K-1",
                unitName: "Puskesmas Tengah"),
            start: start, returns: returns,
            decree: Decree(number: "821.2/77", date: StaffDatabase.day("2026-04-28")))
    }

    private func begin(_ transfer: StartedTransfer, at database: StaffDatabase) throws -> TransferEffect {
        try database.queue.write { try TransferEffects.start(transfer, at: database.store.agency, in: $0) }
    }

    @Test func personLeavesTheHomeWithHistoryKept() throws {
        let home = try homeWithCard()
        let effect = try begin(transfer(), at: home)
        #expect(effect == .left(try NIP(parsing: Files.aminah)))
        let sheet = try home.sheet(Files.aminah)
        #expect(sheet.person.presence == .left(on: start, to: "dinkes"))
        #expect(sheet.assignments.last?.assignment.span.until == StaffDatabase.day("2026-05-03"))
        #expect(sheet.assignments.last?.ending == Decree(number: "821.2/77", date: StaffDatabase.day("2026-04-28")))
        #expect(sheet.assignments.count == 2 && sheet.appraisals.count == 2)
        #expect(try home.store.activeSheets().map(\.person.name) == ["Budi"])
        #expect(try home.store.cards().isEmpty)
    }

    @Test func redeliveredStartChangesNothing() throws {
        let home = try homeWithCard()
        _ = try begin(transfer(), at: home)
        let before = try home.everything()
        #expect(try begin(transfer(), at: home) == .none)
        #expect(try home.everything() == before)
    }

    @Test func personStandsAtTheReceiverWithEverythingOfTheFile() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let transfer = try transfer()
        _ = try begin(transfer, at: home)
        #expect(try begin(transfer, at: receiver) == .awaitsFile)
        let nip = try NIP(parsing: Files.aminah)
        #expect(try home.queue.read { try TransferEffects.person(of: transfer.transfer, in: $0) } == nip)
        let bytes = try PersonnelFile(try home.sheet(Files.aminah), from: home.store.agency, on: start).encoded()
        let file = try PersonnelFile(parsing: bytes)
        let effect = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
        }
        #expect(effect == .arrived(nip))
        let there = try receiver.sheet(Files.aminah)
        let here = try home.sheet(Files.aminah)
        #expect(there.person.name == "Aminah" && there.person.isActive && there.person.awaitsExport)
        #expect(there.appraisals == here.appraisals && there.competences == here.competences)
        #expect(there.certificates == here.certificates && there.trainings == here.trainings)
        #expect(there.counterDuties == here.counterDuties && there.stated == here.stated)
        #expect(there.assignments.map(\.assignment.postID) == ["PL-02", "PL-01", "PL-77"])
        #expect(there.assignments.map(\.assignment.agency) == ["disdukcapil", "disdukcapil", "dinkes"])
        #expect(there.definitiveAssignment(on: start)?.decree?.number == "821.2/77")
        #expect(there.civilServant.monthsInPost(on: start) == 0)
        let again = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
        }
        #expect(again == .none)
    }

    @Test func yesterdaysExportMovesNobodyBack() throws {
        let home = try homeWithCard()
        _ = try begin(transfer(), at: home)
        let result = try home.load([
            StaffFiles.staff([Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi")])
        ])
        #expect(result.awaiting.map(\.text) == [Files.aminah])
        #expect(result.isUnchanged)
        #expect(try home.sheet(Files.aminah).person.presence == .left(on: start, to: "dinkes"))
        let agreed = try home.load([StaffFiles.staff([Files.row(Files.budi, "Budi")])])
        #expect(agreed.absent.isEmpty && agreed.awaiting.isEmpty)
        #expect(try !home.sheet(Files.aminah).person.awaitsExport)
    }

    @Test func receiversExportThatLagsMakesNobodyAbsentAndOneThatAgreesEndsTheWait() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let transfer = try transfer()
        _ = try begin(transfer, at: home)
        let file = PersonnelFile(try home.sheet(Files.aminah), from: home.store.agency, on: start)
        _ = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
        }
        let place = [
            "JABATAN ID": "PL-77", "JABATAN NAMA": "Petugas Loket", "UNOR ID": "K-1", "UNOR NAMA": "Puskesmas",
        ]
        let citra = Files.row("198803052010012003", "Citra", place)
        func staff(_ rows: [String: String]...) throws -> ImportResult {
            try receiver.store.apply(
                try StaffImport.read([StaffFiles.staff(rows)]).set, on: StaffDatabase.day("2026-05-20"))
        }
        #expect(try staff(citra).awaiting.map(\.text) == [Files.aminah])
        #expect(try receiver.sheet(Files.aminah).person.presence == .present)
        let old = Files.row(Files.aminah, "Aminah")
        #expect(try staff(citra, old).awaiting.map(\.text) == [Files.aminah])
        #expect(try receiver.sheet(Files.aminah).definitiveAssignment(on: start)?.assignment.postID == "PL-77")
        let agreed = place.merging(["TMT JABATAN": "2026-05-01"]) { $1 }
        let result = try staff(citra, Files.row(Files.aminah, "Aminah", agreed))
        #expect(result.awaiting.isEmpty && result.moved.isEmpty)
        #expect(try !receiver.sheet(Files.aminah).person.awaitsExport)
        #expect(try receiver.sheet(Files.aminah).assignments.count == 3)
    }

    @Test func fileOfAnotherPersonThanDisclosedIsUnresolved() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let transfer = try transfer()
        let file = PersonnelFile(try home.sheet(Files.budi), from: home.store.agency, on: start)
        let disclosed = try NIP(parsing: Files.aminah)
        let effect = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, expecting: disclosed, at: receiver.store.agency, in: $0)
        }
        guard case .unresolved = effect else {
            Issue.record("another person arrived")
            return
        }
        #expect(try receiver.store.people().isEmpty)
    }

    @Test func exportThatShowedTheNewPostBeforeTheFileCameGivesOneAssignment() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let transfer = try transfer()
        _ = try begin(transfer, at: home)
        try receiver.load([
            StaffFiles.staff([
                Files.row(
                    Files.aminah, "Aminah",
                    [
                        "JABATAN ID": "PL-77", "JABATAN NAMA": "Petugas Loket", "UNOR ID": "K-1",
                        "UNOR NAMA": "Puskesmas Tengah", "TMT JABATAN": "2026-05-11",
                    ])
            ])
        ])
        let file = PersonnelFile(try home.sheet(Files.aminah), from: home.store.agency, on: start)
        _ = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
        }
        let history = try receiver.sheet(Files.aminah).assignments
        #expect(history.map(\.assignment.span.from.iso) == ["2016-03-01", "2020-02-01", "2026-05-04"])
        #expect(history.last?.transfer == transfer.transfer)
    }

    @Test func whoLeftAndStandsInANewerPostOfTheExportIsBack() throws {
        let home = try homeWithCard()
        _ = try begin(transfer(), at: home)
        let back = Files.row(Files.aminah, "Aminah", ["TMT JABATAN": "2026-09-01"])
        let result = try home.load([StaffFiles.staff([back, Files.row(Files.budi, "Budi")])])
        #expect(result.returned.map(\.text) == [Files.aminah])
        let sheet = try home.sheet(Files.aminah)
        #expect(sheet.person.isActive)
        #expect(sheet.assignments.map(\.assignment.span.until?.iso) == ["2020-01-31", "2026-05-03", nil])
    }

    @Test func secondmentIsASecondDatedAssignmentAtHomeAndAGuestAtTheReceiver() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let secondment = try transfer(.second, returns: StaffDatabase.day("2026-06-01"))
        #expect(try begin(secondment, at: home) == .seconded(try NIP(parsing: Files.aminah)))
        #expect(try begin(secondment, at: receiver) == .hosts)
        let sheet = try home.sheet(Files.aminah)
        let card = try StaffRecords.id(1)
        #expect(sheet.person.isActive && sheet.card == card)
        #expect(sheet.definitiveAssignment(on: start)?.assignment.postID == "PL-01")
        #expect(sheet.assignments.last?.assignment.kind == .secondment)
        #expect(sheet.assignments.last?.assignment.span.until == StaffDatabase.day("2026-05-31"))
        let profile = DisclosedProfile(of: sheet, on: start)
        let told = try receiver.queue.write {
            try TransferEffects.disclose(profile, ofCard: try StaffRecords.id(1), in: $0)
        }
        #expect(told == 1)
        #expect(try receiver.store.guests(on: start).map(\.profile) == [profile])
        #expect(try receiver.store.guests(on: StaffDatabase.day("2026-06-01")).isEmpty)
        #expect(try receiver.store.people().isEmpty)
        #expect(try receiver.store.read { try $0.holders(post: "PL-77", unit: "K-1", on: start) } == 1)
    }

    @Test func secondmentEndsOnItsDateOnceAndGivesExperience() throws {
        let home = try homeWithCard()
        _ = try begin(transfer(.second, returns: StaffDatabase.day("2026-06-01")), at: home)
        func returned(_ day: String) throws -> [String] {
            try home.queue.write { try TransferEffects.returns(on: StaffDatabase.day(day), in: $0) }.map(\.text)
        }
        #expect(try returned("2026-05-31").isEmpty)
        #expect(try returned("2026-06-01") == [Files.aminah])
        #expect(try returned("2026-06-02").isEmpty)
        #expect(try home.sheet(Files.aminah).counterDuties.map(\.service) == ["Loket KTP", "Puskesmas Tengah"])
    }

    @Test(arguments: ["2026-07-01", "2026-05-20"])
    func secondmentThatIsExtendedOrEndedEarlyHasAnotherLastDayOnBothSides(returns: String) throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        for database in [home, receiver] {
            _ = try begin(transfer(.second, returns: StaffDatabase.day("2026-06-01")), at: database)
            let again = try begin(transfer(.second, returns: StaffDatabase.day(returns)), at: database)
            #expect(again == .none)
        }
        let last = StaffDatabase.day(returns).adding(days: -1)
        #expect(try home.sheet(Files.aminah).assignments.last?.assignment.span.until == last)
        #expect(try receiver.store.guests(on: last).count == 1)
        #expect(try receiver.store.guests(on: last.adding(days: 1)).isEmpty)
    }

    /// The own unit goes over to dinsos while the person serves at dinkes.
    @Test func whoIsLentOutReturnsToTheAgencyToWhichTheOwnUnitWent() throws {
        let home = try homeWithCard()
        let new = try StaffDatabase(agency: "dinsos")
        let receiver = try StaffDatabase(agency: "dinkes")
        var secondment = try transfer(.second, returns: StaffDatabase.day("2026-06-01"))
        _ = try begin(secondment, at: home)
        _ = try begin(secondment, at: receiver)

        var confirmation = try transfer(to: "dinsos", number: 51)
        confirmation.start = StaffDatabase.day("2026-05-15")
        let nip = try NIP(parsing: Files.aminah)
        #expect(try begin(confirmation, at: home) == .left(nip))
        _ = try begin(confirmation, at: new)
        let bytes = try PersonnelFile(try home.sheet(Files.aminah), from: home.store.agency, on: start).encoded()
        let file = try PersonnelFile(parsing: bytes)
        let arrived = try new.queue.write {
            try TransferEffects.receive(file, for: confirmation, at: new.store.agency, in: $0)
        }
        #expect(arrived == .arrived(nip))

        // The card that dinsos opens stands behind the secondment from now on.
        try new.store.link(try StaffRecords.id(2), to: nip)
        secondment.home = new.store.agency
        secondment.card = try StaffRecords.id(2)
        #expect(try begin(secondment, at: new) == .seconded(nip))
        let away = try new.sheet(Files.aminah).assignments.filter { $0.assignment.kind == .secondment }
        #expect(away.map(\.assignment.span.until) == [StaffDatabase.day("2026-05-31")])
        #expect(try begin(secondment, at: receiver) == .none)
        let guests = try receiver.store.guests(on: StaffDatabase.day("2026-05-20"))
        #expect(guests.map(\.home) == [new.store.agency] && guests.map(\.card) == [secondment.card])

        func returned(_ day: String) throws -> [NIP] {
            try new.queue.write { try TransferEffects.returns(on: StaffDatabase.day(day), in: $0) }
        }
        #expect(try returned("2026-05-31").isEmpty)
        #expect(try returned("2026-06-01") == [nip])
    }

    @Test func moveInsideTheAgencyKeepsThePersonActive() throws {
        let home = try homeWithCard()
        #expect(try begin(transfer(to: "disdukcapil"), at: home) == .movedInside(try NIP(parsing: Files.aminah)))
        let sheet = try home.sheet(Files.aminah)
        #expect(sheet.person.isActive && sheet.person.awaitsExport && sheet.card == nil)
        #expect(sheet.definitiveAssignment(on: start)?.assignment.postID == "PL-77")
        #expect(sheet.definitiveAssignment(on: StaffDatabase.day("2026-05-03"))?.assignment.postID == "PL-01")
        let result = try home.load([
            StaffFiles.staff([Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi")])
        ])
        #expect(result.awaiting.map(\.text) == [Files.aminah])
        #expect(try home.sheet(Files.aminah).definitiveAssignment(on: start)?.assignment.postID == "PL-77")
    }

    @Test func transferThatDoesNotFitIsUnresolvedAndChangesNothing() throws {
        let home = try StaffDatabase()
        try home.load(StaffFiles.all)
        let before = try home.everything()
        guard case .unresolved(let error) = try begin(transfer(), at: home) else {
            Issue.record("a transfer without a person had an effect")
            return
        }
        #expect(error.code == .unknownCard)
        try home.store.link(try StaffRecords.id(1), to: try NIP(parsing: Files.aminah))
        guard case .unresolved = try begin(transfer(.second, returns: start), at: home) else {
            Issue.record("a secondment without a day had an effect")
            return
        }
        try home.store.unlink(try StaffRecords.id(1))
        #expect(try home.everything() == before)
    }

    @Test func foreignTransferHasNoEffect() throws {
        let other = try StaffDatabase(agency: "bapenda")
        #expect(try begin(transfer(), at: other) == .none)
    }

    @Test func failedWriteOfAnArrivalLeavesNothingHalfDone() throws {
        let home = try homeWithCard()
        let receiver = try StaffDatabase(agency: "dinkes")
        let transfer = try transfer()
        _ = try begin(transfer, at: home)
        let file = PersonnelFile(try home.sheet(Files.aminah), from: home.store.agency, on: start)
        for table in ["staffPerson", "staffAssignment", "staffAppraisal", "staffStatement", "staffTransfer"] {
            try receiver.queue.write {
                try $0.execute(
                    sql: "CREATE TRIGGER full BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'disk full'); END")
            }
            #expect(throws: DatabaseError.self) {
                try receiver.queue.write {
                    try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
                }
            }
            #expect(try receiver.store.people().isEmpty)
            try receiver.queue.write { try $0.execute(sql: "DROP TRIGGER full") }
        }
        let effect = try receiver.queue.write {
            try TransferEffects.receive(file, for: transfer, at: receiver.store.agency, in: $0)
        }
        #expect(effect == .arrived(try NIP(parsing: Files.aminah)))
    }
}
