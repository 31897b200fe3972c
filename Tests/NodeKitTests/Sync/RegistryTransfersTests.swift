import GRDB
import Negotiation
import NodeKit
import Personnel
import StrictJSON
import SyncProtocol
import Testing

/// Two registries and a started transfer between them, over scripted coordinators.
@Suite struct RegistryTransfersTests {
    let coordinator = ScriptedCoordinator()
    let (transferID, cardID, vacancyID, offerID): (RecordID, RecordID, RecordID, RecordID)

    init() throws {
        (transferID, cardID) = (try Sample.id(501), try Sample.id(502))
        (vacancyID, offerID) = (try Sample.id(503), try Sample.id(504))
    }

    private func registry(_ agency: String) throws -> NodeStore {
        try NodeStore(
            writer: try DatabaseQueue(), identity: try Sample.identity(coordinator: coordinator.key, agency: agency))
    }

    /// The home registry with Aminah's and Budi's data, and Aminah behind the card.
    private func home() throws -> NodeStore {
        let store = try registry("disdukcapil")
        let staff = staff(store)
        let reading = try StaffImport.read(StaffFiles.all, known: try staff.knownReferences())
        _ = try staff.apply(reading.set, on: try day("2026-04-10"))
        try staff.link(cardID, to: try NIP(parsing: OfficialExport.aminah))
        return store
    }

    private func staff(_ store: NodeStore) -> StaffStore {
        StaffStore(database: store.writer, agency: store.identity.agency)
    }

    private func day(_ text: String) throws -> CivilDate {
        try #require(CivilDate(iso: text))
    }

    private func attested(_ value: JSONValue) throws -> JSONValue {
        let operation: OperationID = try Sample.id(599)
        return .object([
            ("position", 3), ("operation", .string(operation.text)), ("actor", "Sri"), ("value", value),
        ])
    }

    /// Puts agency, vacancy and the started transfer into the coordinator.
    private func start(
        receivingBox: [UInt8], file: SyncProtocol.Attachment? = nil, effect: String = "definitive",
        isStarted: Bool = true, more: [(String, JSONValue)] = []
    ) throws {
        let agencyID: RecordID = try Sample.id(505)
        let (node, instance): (NodeID, InstanceID) = (try Sample.id(1), try Sample.id(2))
        let agency: JSONValue = .object([
            ("code", "dinkes"), ("name", .object([("id", "Dinas Kesehatan"), ("en", "Health")])),
            (
                "nodes",
                .array([
                    .object([
                        ("node", .string(node.text)), ("instance", .string(instance.text)), ("key", "k"),
                        ("box", .string(Base64URL.encode(receivingBox))), ("registry", true),
                    ])
                ])
            ),
        ])
        var members: [(String, JSONValue)] = [
            ("state", isStarted ? "started" : "ready"), ("offer", .string(offerID.text)),
            ("card", .string(cardID.text)),
            ("vacancy", .string(vacancyID.text)), ("document", .string(offerID.text)), ("home", "disdukcapil"),
            ("receiving", "dinkes"), ("route", "need"), ("policy", .string(offerID.text)),
            ("assignment", .string(effect)), ("start", "2026-05-04"), ("computed", .array([])), ("steps", .array([])),
            ("openGates", .array([])),
        ]
        members += more
        if isStarted {
            members.append(("started", try attested(.object([("date", "2026-05-04"), ("number", "800/1")]))))
        }
        if let file {
            members.append(
                ("file", try attested(.object([("file", .object([("attachment", .string(file.name))]))]))))
        }
        let vacancy =
            Array(#"{"agency":"dinkes","taken":1,"filled":1,"#.utf8) + StaffRecords.counterPost.utf8.dropFirst()
        let body = JSONValue.object(members).encoded
        let (transferID, vacancyID) = (transferID, vacancyID)
        coordinator.with { state in
            state.head = 3
            state.records[agencyID] = .init(kind: .agency, revision: 1, body: agency.encoded, position: 1)
            state.records[vacancyID] = .init(kind: .vacancy, revision: 1, body: vacancy, position: 2)
            state.records[transferID] = .init(kind: .transfer, revision: 1, body: body, position: 3)
            if let file {
                state.attachments[file.name] = file
            }
        }
    }

    private func exchange(_ store: NodeStore) throws -> Absorption {
        try store.exchange(coordinator, registryEffects: RegistryTransfers.effects(of: store))
    }

    @Test func homeLetsThePersonGoAndDraftsTheSealedFile() throws {
        let (home, box) = (try home(), BoxKey.generate())
        try start(receivingBox: box.publicKey)
        #expect(try exchange(home).progress?.drafts == 1)
        let draft = try #require(try home.pendingEntries().first)
        #expect(draft.operation.kind == "transfer.file")
        #expect(draft.operation.record == transferID)
        let name = try #require(draft.operation.body["file"]?["attachment"]?.string)
        let sealed = try #require(try home.attachment(name))
        let file = try PersonnelFile(parsing: try #require(box.open(sealed: sealed.bytes)))
        #expect(file.sheet.person.name == "Aminah")
        #expect(try staff(home).activeSheets().map(\.person.name) == ["Budi"])
        #expect(try home.unresolvedTransfers().isEmpty)
        #expect(try home.retryTransfers() == 0)
    }

    @Test func theReceiverTakesTheFileSendsTheReceiptAndDraftsTheCard() throws {
        let (home, receiver) = (try home(), try registry("dinkes"))
        let sheet = try #require(try staff(home).sheet(try NIP(parsing: OfficialExport.aminah)))
        let file = try PersonnelFile(sheet, from: home.identity.agency, on: try day("2026-05-04")).encoded()
        let sealed = try #require(BoxKey.seal(file, to: receiver.identity.box.publicKey))
        try start(receivingBox: receiver.identity.box.publicKey, file: .make(sealed))
        #expect(try exchange(receiver).progress?.drafts == 2)
        let operations = try receiver.pendingEntries().map(\.operation)
        #expect(operations.map(\.kind) == ["transfer.receive", "card.post"])
        #expect(operations.first?.body["complete"]?.boolean == true)
        #expect(
            operations.last?.body["person"]?.string
                == PersonTag.make(nip: OfficialExport.aminah, key: receiver.identity.tagKey))
        #expect(try staff(receiver).activeSheets().map(\.person.name) == ["Aminah"])
        #expect(try staff(receiver).cards().keys.map(\.self) == operations.last.map { [$0.record] })
        #expect(try receiver.unresolvedTransfers().isEmpty)
    }

    @Test func aFileThatCannotBeOpenedIsReportedAsIncomplete() throws {
        let receiver = try registry("dinkes")
        try start(receivingBox: receiver.identity.box.publicKey, file: .make([1, 2, 3]))
        _ = try exchange(receiver)
        let operations = try receiver.pendingEntries().map(\.operation)
        #expect(operations.map(\.kind) == ["transfer.receive"])
        #expect(operations.first?.body["complete"]?.boolean == false)
        #expect(try staff(receiver).activeSheets().isEmpty)
    }

    @Test func theFileOfAnotherPersonThanTheDisclosedOneIsLeftAlone() throws {
        let (home, receiver) = (try home(), try registry("dinkes"))
        let today = try day("2026-05-04")
        let disclosed = try #require(try staff(home).sheet(try NIP(parsing: OfficialExport.aminah)))
        let sent = try #require(try staff(home).sheet(try NIP(parsing: OfficialExport.budi)))
        let profile = SyncProtocol.Attachment.make(DisclosedProfile(of: disclosed, on: today).encoded)
        let body = JSONValue.object([
            ("offer", .string(offerID.text)), ("home", "disdukcapil"), ("receiving", "dinkes"),
            ("profile", .object([("attachment", .string(profile.name))])), ("said", try attested(.object([]))),
        ]).encoded
        let disclosureID: RecordID = try Sample.id(506)
        let file = try PersonnelFile(sent, from: home.identity.agency, on: today).encoded()
        let sealed = try #require(BoxKey.seal(file, to: receiver.identity.box.publicKey))
        try start(receivingBox: receiver.identity.box.publicKey, file: .make(sealed))
        coordinator.with { state in
            state.records[disclosureID] = .init(kind: .disclosure, revision: 1, body: body, position: 2)
            state.attachments[profile.name] = profile
        }
        #expect(try exchange(receiver).progress?.agreement == .agrees)
        #expect(try staff(receiver).activeSheets().isEmpty)
        #expect(try receiver.unresolvedTransfers() == [transferID])
    }

    @Test func aFileAboutSomeoneWhoStandsHereAlreadyIsTakenOnlyForADisclosedPerson() throws {
        let (home, receiver) = (try home(), try registry("dinkes"))
        let reading = try StaffImport.read(StaffFiles.all, known: try staff(receiver).knownReferences())
        _ = try staff(receiver).apply(reading.set, on: try day("2026-04-10"))
        let budi = try NIP(parsing: OfficialExport.budi)
        let before = try #require(try staff(receiver).sheet(budi))
        let sent = try #require(try staff(home).sheet(budi))
        let file = try PersonnelFile(sent, from: home.identity.agency, on: try day("2026-05-04")).encoded()
        let sealed = try #require(BoxKey.seal(file, to: receiver.identity.box.publicKey))
        try start(receivingBox: receiver.identity.box.publicKey, file: .make(sealed))
        #expect(try exchange(receiver).progress?.agreement == .agrees)
        #expect(try staff(receiver).sheet(budi) == before)
        #expect(try receiver.unresolvedTransfers() == [transferID])
    }

    @Test func aFileThatMakesNoCardStopsNoExchange() throws {
        let (home, receiver) = (try home(), try registry("dinkes"))
        var sheet = try #require(try staff(home).sheet(try NIP(parsing: OfficialExport.aminah)))
        // More than one operation takes, though the file is within its own limits.
        sheet.certificates = (0..<300).map { number in
            Certificate(kind: "\(number)" + String(repeating: "x", count: 380), number: "1", issuer: "y")
        }
        let file = try PersonnelFile(sheet, from: home.identity.agency, on: try day("2026-05-04")).encoded()
        let sealed = try #require(BoxKey.seal(file, to: receiver.identity.box.publicKey))
        try start(receivingBox: receiver.identity.box.publicKey, file: .make(sealed))
        #expect(try exchange(receiver).progress?.agreement == .agrees)
        #expect(try receiver.pendingEntries().isEmpty)
        #expect(try staff(receiver).activeSheets().isEmpty)
        #expect(try receiver.unresolvedTransfers() == [transferID])
    }

    @Test func aStartWaitsForThePagesThatTellWhereItLeads() throws {
        let (home, receiver) = (try home(), try registry("dinkes"))
        let sheet = try #require(try staff(home).sheet(try NIP(parsing: OfficialExport.aminah)))
        let file = try PersonnelFile(sheet, from: home.identity.agency, on: try day("2026-05-04")).encoded()
        let sealed = try #require(BoxKey.seal(file, to: receiver.identity.box.publicKey))
        try start(receivingBox: receiver.identity.box.publicKey, file: .make(sealed))
        // The vacancy changed after the start, so it comes on a later page than the transfer.
        let vacancyID = vacancyID
        coordinator.with { state in
            state.head = 4
            state.records[vacancyID]?.position = 4
        }
        var pages = 0
        var agreement = SyncProgress.Agreement.open
        while agreement == .open, pages < 10 {
            let effects = RegistryTransfers.effects(of: receiver)
            let absorbed = try receiver.exchange(coordinator, pageLimit: 1, registryEffects: effects)
            agreement = try #require(absorbed.progress).agreement
            pages += 1
        }
        #expect((pages, agreement) == (3, .agrees))
        let arrived = try #require(try staff(receiver).activeSheets().first)
        #expect(arrived.assignments.last?.assignment.postID == "PL-77")
        #expect(try receiver.pendingEntries().map(\.operation.kind) == ["transfer.receive", "card.post"])
        #expect(try receiver.unresolvedTransfers().isEmpty)
    }

    @Test func homeKeepsThePersonUntilTheFileCanBeSealed() throws {
        let home = try home()
        try start(receivingBox: [1, 2, 3])
        #expect(try exchange(home).progress?.drafts == 0)
        #expect(try staff(home).activeSheets().count == 2)
        #expect(try home.unresolvedTransfers() == [transferID])
        try start(receivingBox: BoxKey.generate().publicKey)
        coordinator.with { state in
            state.head = 4
            for id in state.records.keys {
                state.records[id]?.revision = 2
                state.records[id]?.position = 4
            }
        }
        #expect(try exchange(home).progress?.drafts == 1)
        #expect(try home.unresolvedTransfers().isEmpty)
    }

    @Test func aTransferOfAPersonUnknownHereWaitsForAPersonAndIsTriedAgain() throws {
        let home = try home()
        try staff(home).unlink(cardID)
        try start(receivingBox: BoxKey.generate().publicKey)
        #expect(try exchange(home).progress?.agreement == .agrees)
        #expect(try home.unresolvedTransfers() == [transferID])
        try staff(home).link(cardID, to: try NIP(parsing: OfficialExport.aminah))
        #expect(try home.retryTransfers() == 1)
        #expect(try home.pendingEntries().map(\.operation.kind) == ["transfer.file"])
    }

    @Test func anotherAgencysTransferAndANodeWithoutStaffDoNothing() throws {
        let other = try registry("dishub")
        try start(receivingBox: BoxKey.generate().publicKey)
        #expect(try exchange(other).progress?.drafts == 0)
        #expect(try other.unresolvedTransfers().isEmpty)
        let desk = try Sample.identity(coordinator: coordinator.key, agency: "dinkes", isRegistry: false)
        let store = try NodeStore(writer: try DatabaseQueue(), identity: desk)
        let effects = RegistryTransfers.effects(of: store)
        #expect(effects == nil)
    }

    /// People in the post of the unit after the list, the figures and the table of a reorganisation.
    private func holders(
        _ store: NodeStore, _ post: String, _ unit: String, _ movements: Movements, on day: CivilDate
    ) throws -> [Int] {
        try staff(store).read { reader in
            let figures = try reader.workplaces(on: day, .standard, movements).figures
            let table = try reader.unitPosts(on: day, movements).first { $0.unit.id == unit }
            return [
                try reader.holders(post: post, unit: unit, on: day, movements),
                figures.first { $0.post == post && $0.unit == unit }?.staffing.hundredths ?? 0,
                table?.posts.first { $0.post.id == post }?.holders ?? 0,
            ]
        }
    }

    /// Aminah is decreed to the receiver from 4 May on, and no start letter has come.
    @Test func fromTheAgreedDayOnThePersonDoesNotCountAtHome() throws {
        let home = try home()
        try start(receivingBox: BoxKey.generate().publicKey, isStarted: false)
        _ = try exchange(home)
        let (eve, due) = (try day("2026-05-03"), try day("2026-05-04"))
        #expect(try home.movements(on: eve).moves.isEmpty)
        let left = try home.movements(on: due)
        #expect(left.leaving.map(\.nip?.text) == [OfficialExport.aminah] && left.arriving.isEmpty)
        #expect(try holders(home, "PL-01", "U-2", .none, on: due) == [2, 200, 2])
        #expect(try holders(home, "PL-01", "U-2", left, on: due) == [1, 100, 1])
        // No row changed.
        #expect(try staff(home).activeSheets().count == 2)
    }

    @Test func fromTheAgreedDayOnThePersonCountsAtTheReceiver() throws {
        let receiver = try registry("dinkes")
        try start(receivingBox: receiver.identity.box.publicKey, isStarted: false)
        _ = try exchange(receiver)
        let (eve, due) = (try day("2026-05-03"), try day("2026-05-04"))
        #expect(try receiver.movements(on: eve).moves.isEmpty)
        let come = try receiver.movements(on: due)
        #expect(come.arriving.map(\.place.unitName) == ["Puskesmas Tengah"] && come.leaving.isEmpty)
        #expect(try holders(receiver, "PL-77", "K-1", .none, on: due) == [0, 0, 0])
        #expect(try holders(receiver, "PL-77", "K-1", come, on: due) == [1, 100, 1])
        #expect(try staff(receiver).activeSheets().isEmpty)
    }

    @Test func aSuspendedDecreeMovesNobody() throws {
        let (home, box) = (try home(), BoxKey.generate().publicKey)
        for (suspends, count) in [(true, 0), (false, 1)] {
            let objection = JSONValue.object([
                ("said", try attested(.object([("received", "2026-04-20"), ("filed", "2026-04-25")]))),
                ("received", "2026-04-20"), ("filed", "2026-04-25"), ("entered", "2026-04-25"),
                ("suspends", .boolean(suspends)),
            ])
            try start(
                receivingBox: box, isStarted: false, more: [("objection", objection)])
            let transferID = transferID
            coordinator.with { state in
                state.head = suspends ? 3 : 4
                state.records[transferID]?.revision = suspends ? 1 : 2
                state.records[transferID]?.position = suspends ? 3 : 4
            }
            _ = try exchange(home)
            #expect(try home.movements(on: try day("2026-05-04")).moves.count == count)
        }
    }

    @Test func whoStartedCountsAtTheReceiverUntilTheFileIsThere() throws {
        let receiver = try registry("dinkes")
        try start(receivingBox: receiver.identity.box.publicKey)
        _ = try exchange(receiver)
        #expect(try receiver.movements(on: try day("2026-05-04")).arriving.map(\.hasStarted) == [true])
    }
}
