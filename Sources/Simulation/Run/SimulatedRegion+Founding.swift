import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// The region before anything goes wrong: founded, agencies added, nodes joined and synced.
extension SimulatedRegion {
    static let bkd = "bkd"
    static let names = [
        "dukcapil", "sosial", "perizinan", "pasar", "kesehatan", "pendidikan", "perhubungan", "pariwisata", "arsip",
        "pertanian", "perikanan", "tenaga-kerja",
    ]
    /// The agency whose private data a twin changes.
    static let keeper = "sosial"

    func found() throws {
        let keys = SigningKey.generate()
        let box = try BoxKey(seed: Sodium.randomBytes(32))
        guard let bkd = AgencyCode(Self.bkd) else { return }
        let founding = RegionFounding(
            code: "kota-uji", name: "Kota Uji", zone: "Asia/Makassar", isTrial: false, bkd: bkd,
            bkdName: ("Badan Kepegawaian Daerah", "Personnel Agency"), language: "id", day: "2026-01-05")
        if !seed.isMultiple(of: 8) { try coordinator.disk.putFreshCoordinator() }
        let joined = try coordinator.found(founding, desk: NodeKeys(signing: keys.publicKey, box: box.publicKey))
        try coordinator.boot()
        try readJournal()
        try add(joined, keys, box)
        try enrolAgencies()
    }

    private func enrolAgencies() throws {
        let count = dice.chance(perMille: 800) ? dice.within(3...5) : dice.within(3...12)
        var drafts = [try draft(.policyApply, #"{"policy":\#(SimulatedPolicy.text(version: 1))}"#, at: desk)]
        var codes: [(code: String, isRegistry: Bool)] = []
        for name in Self.names.prefix(count) {
            drafts.append(
                try draft(.agencyAdd, #"{"agency":{"code":"\#(name)","name":{"id":"Dinas","en":"Agency"}}}"#, at: desk))
            for number in 0..<dice.pick(weighted: [(1, 5), (2, 3), (3, 2)]) {
                let code = InvitationCode.generate()
                codes.append((code, number == 0))
                drafts.append(try invitation(code, agency: name, isRegistry: number == 0))
            }
        }
        try record(drafts, at: desk)
        try sync(desk)
        for code in codes {
            try join(code.code)
        }
        for machine in nodes {
            try sync(machine)
        }
        for machine in nodes where machine !== desk && machine.identity.isRegistry {
            try openMarket(at: machine)
        }
        for machine in nodes {
            try sync(machine)
        }
        foundingOperations = counts.operations
    }

    /// Every agency begins with two cards and a vacancy, so that there is something to negotiate about.
    private func openMarket(at machine: NodeMachine) throws {
        guard let store = machine.store else { return }
        let stepDice = dice
        let bodies = try store.read { database -> [String] in
            guard var person = try Operator(at: machine, in: self, reading: database, stepDice) else { return [] }
            return [person.newCard(), person.newCard(), person.newVacancy()]
        }
        _ = dice.next()
        guard bodies.count == 3 else { return }
        var drafts: [Draft] = []
        for (number, body) in bodies.prefix(2).enumerated() {
            var card = try draft(.cardPost, body, at: machine)
            // The keeper has something to keep in every run.
            while number == 0, machine.agency.text == Self.keeper, !Operator.isKept(RecordID(card.operation.id)) {
                card = try draft(.cardPost, body, at: machine)
            }
            let id = RecordID(card.operation.id)
            drafts.append(card)
            if Operator.isKept(id) {
                let note = Operator.canary(machine.agency) + (machine.agency.text == Self.keeper ? secret : "")
                drafts.append(
                    try draft(
                        .cardEdit, record: id, #"{"was":{"wishes":null},"now":{"wishes":{"note":"\#(note)"}}}"#,
                        at: machine))
            } else {
                drafts.append(try draft(.cardOpen, record: id, "{}", at: machine))
            }
        }
        drafts.append(try draft(.vacancyOpen, bodies[2], at: machine))
        try record(drafts, at: machine)
        try sync(machine)
    }

    /// A new machine joins; now and then two at once with the same code, of which one is refused.
    func join(_ code: String) throws {
        guard let serving = coordinator.coordinator else { return }
        let racers = try (0..<(dice.chance(perMille: 150) ? 2 : 1)).map { _ in
            (keys: SigningKey.generate(), box: try BoxKey(seed: Sodium.randomBytes(32)))
        }
        let answers = serving.answer(
            racers.map {
                .join(body: JoinRequest.make(code: code, key: $0.keys, box: $0.box.publicKey).encode())
            })
        try readJournal()
        for (racer, answer) in zip(racers, answers) {
            try emit(.joined(code: code, answer))
            if answer.status == 200 {
                try add(try JoinReply(parsing: answer.body), racer.keys, racer.box)
            } else if racers.count > 1 {
                counts.probe(.joinRaceLost)
            }
        }
    }

    private func add(_ joined: JoinReply, _ keys: SigningKey, _ box: BoxKey) throws {
        let identity = NodeIdentity(
            region: joined.region, regionName: joined.regionName, agency: joined.agency, node: joined.node,
            instance: joined.instance, isRegistry: joined.registry, url: "https://bkd.example", caPath: nil,
            signing: keys, box: box, tagKey: joined.tagKey, coordinator: joined.coordinatorKey)
        let number = nodes.count { $0.agency == joined.agency } + 1
        let machine = NodeMachine(
            name: "\(joined.agency.text)/\(number)", identity: identity, seed: dice.next(), truth: time.now,
            plant: plant)
        ledger.keys[joined.node, default: []].append(keys.publicKey)
        nodes.append(machine)
        if dice.chance(perMille: 60) {
            machine.disk.plan(.full, at: dice.within(1...12))
            if (try? machine.start()) == nil { counts.probe(.diskFullOnSchema) }
            machine.disk.unplan()
            machine.stop()
        } else {
            try machine.disk.putFreshNode()
        }
        try machine.start()
    }

    func invitation(
        _ code: String, agency: String, isRegistry: Bool, expires: String = "2026-01-12T00:00:00Z"
    ) throws -> Draft {
        let hash = InvitationCode.hash(code) ?? ""
        return try draft(
            .nodeInvite,
            #"{"invitation":{"agency":"\#(agency)","registry":\#(isRegistry),"codeHash":"\#(hash)","expiresAt":"\#(expires)"}}"#,
            at: desk)
    }

    /// An operation by whoever sits at the machine.
    func draft(
        _ kind: OperationKind, record: RecordID? = nil, _ body: String, attachments: [Attachment] = [],
        actor: String = Operator.clerk, at machine: NodeMachine
    ) throws -> Draft {
        try Draft.make(
            kind, record: record, body: JSONValue(try JSON(parsing: body)), actor: actor, at: machine.stamp,
            attachments: attachments)
    }
}
