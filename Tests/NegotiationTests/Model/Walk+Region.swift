import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// A move that is lawful, or was a moment ago.
    mutating func nextMove() throws -> Move {
        let lots: [(weight: Int, move: (inout Walk) throws -> Move?)] = [
            (4, { try $0.dayMove() }), (3, { try $0.regionMove() }), (9, { try $0.cardMove() }),
            (10, { try $0.vacancyMove() }), (3, { try $0.conflictMove() }), (16, { try $0.newOfferMove() }),
            (28, { try $0.offerMove() }), (8, { try $0.listMove() }), (3, { try $0.proposalMove() }),
            (22, { try $0.transferMove() }), (10, { try $0.packageMove() }),
            (2, { try $0.needMove() }),
        ]
        let all = lots.reduce(0) { $0 + $1.weight }
        for _ in 0..<8 {
            var lot = dice.roll(all)
            for choice in lots {
                if lot < choice.weight, let move = try choice.move(&self) { return move }
                lot -= choice.weight
            }
        }
        return try #require(try dayMove())
    }

    /// Any node of the agency.
    mutating func node(_ agency: AgencyCode) -> String {
        dice.happens(40) ? agency.text + "/second" : agency.text
    }

    func today() throws -> CivilDate {
        try #require(picture.day)
    }

    func date(_ days: Int) throws -> String {
        try today().adding(days: days).iso
    }

    private mutating func dayMove() throws -> Move? {
        Move("bkd", .dayAdvance, on: try town.region, #"{"to":"\#(try date(1 + dice.roll(12)))"}"#)
    }

    private mutating func regionMove() throws -> Move? {
        let number = decisions.count
        let invitations = picture.invitations.all
        if invitations.contains(where: { $0.replaces != nil && $0.usedBy == nil }) { return try leaving(.nodeReplace) }
        switch dice.roll(14) {
        case 11: return try contestMove()
        case 12, 13: return try reorganisationMove()
        case 0, 6:
            return Move("bkd", .agencyAdd, #"{"agency":{"code":"baru-\#(number)","name":{"id":"Baru"}}}"#)
        case 1:
            let twoPersons = dice.happens(60) ? Self.twoPersons : []
            let version = (picture.policies.all.last?.version ?? 0) + 1
            return Move(
                "bkd", .policyApply, #"{"policy":\#(PolicyText.policy(version: version, twoPersons: twoPersons))}"#)
        case 2:
            return Move(
                "bkd", .nodeInvite,
                #"{"invitation":{"agency":"pasar","registry":false,"codeHash":"\#(Town.hash(2000 + number))","expiresAt":"2026-06-02"}}"#
            )
        case 3:
            guard let invitation = picture.invitations.all.indices.last else { return nil }
            let record = picture.records.all.filter { $0.kind == .invitation }[invitation]
            return try joining(record.id, as: "pasar/\(number)")
        case 4, 5:
            let added = picture.agencies.all.filter { $0.nodes.isEmpty }
            guard let agency = dice.pick(added) else { return nil }
            return Move(
                "coordinator", .nodeEnroll, on: try town.region,
                try town.node("n-\(number)", agency: agency.code.text))
        case 7: return try leaving(.nodeReplace)
        case 8: return try leaving(.nodeRestore)
        case 9: return try leaving(.nodeAlarm)
        default:
            return Move(
                "coordinator", .regionFound,
                #"{"region":{"code":"dua","name":"Dua","zone":"Asia/Jakarta","trial":true,"bkd":"bkd","language":"id","day":"2026-06-01"}}"#
            )
        }
    }

    /// Something that becomes of a node that has joined.
    private mutating func leaving(_ kind: OperationKind) throws -> Move? {
        guard let node = dice.pick(picture.agencies.all.flatMap(\.nodes)) else { return nil }
        let number = decisions.count
        switch kind {
        case .nodeReplace:
            let made = picture.records.all.first { record in
                picture.invitations[record.id].map { $0.replaces != nil && $0.usedBy == nil } == true
            }
            guard let made, let replaced = picture.invitations[made.id]?.replaces else {
                let agency = picture.agencies.all.first { $0.nodes.contains(node) }?.code.text ?? ""
                return Move(
                    "bkd", .nodeInvite,
                    #"{"invitation":{"agency":"\#(agency)","registry":\#(node.isRegistry),"codeHash":"\#(Town.hash(3000 + number))","expiresAt":"2026-06-02","replaces":"\#(node.id)"}}"#
                )
            }
            let instance = try Town.nodeID("fresh/\(number)")
            return Move(
                "coordinator", .nodeReplace, on: made.id,
                #"{"invitation":"\#(made.id)","node":"\#(replaced)","instance":"\#(instance)","key":"k","box":"b"}"#)
        case .nodeRestore:
            let opens = try Town.nodeID("again/\(number)")
            return Move(
                "coordinator", .nodeRestore, on: try town.region,
                #"{"node":"\#(node.id)","instance":"\#(node.instance)","opens":"\#(opens)"}"#)
        default:
            return Move(
                "coordinator", .nodeAlarm, on: try town.region,
                #"{"node":"\#(node.id)","instance":"\#(node.instance)","first":"a","last":"b","times":\#(number + 1)}"#)
        }
    }
}
