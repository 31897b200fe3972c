import Logging
import Negotiation
import StrictJSON
import SyncProtocol

extension Coordinator {
    /// Founds a region in an empty store: the region, its personnel agency and the desk's node, in one transaction.
    ///
    /// `desk` are the public keys of the desk's node, which keeps its own secrets; the reply is what that node needs, as if
    /// it had joined. Throws ``StoreFailure`` `region` when a region is founded here already, or when the reducer refuses it.
    public static func found(
        _ founding: RegionFounding, desk: NodeKeys, store: any CoordinatorStore, keys: CoordinatorKeys,
        reducer: DecidingReducer = .current, at moment: Moment = .now(), log: Logger = Logger(label: "coordinator")
    ) throws -> JoinReply {
        let ids = (0..<4).compactMap { _ in TimedID.make(milliseconds: moment.milliseconds) }
        guard ids.count == 4 else { throw StoreFailure(.io, "no ids") }
        let region = RegionIdentity(
            code: founding.code, name: founding.name, zone: founding.zone, isTrial: founding.isTrial, bkd: founding.bkd,
            language: founding.language, node: NodeID(ids[0]))
        guard moment.day(in: founding.zone) != nil else {
            throw StoreFailure(.region, "\(founding.zone) is not a time zone; use an IANA name such as Asia/Makassar")
        }
        let deskNode = EnrolledNode(
            node: NodeID(ids[1]), agency: founding.bkd, registry: true, key: desk.signing, invitation: nil,
            exchange: .fresh(InstanceID(ids[2])))
        let own = EnrolledNode(
            node: region.node, agency: founding.bkd, registry: false, key: keys.signing.publicKey, invitation: nil,
            exchange: .fresh(InstanceID(ids[3])))
        let epoch = try store.write { transaction in
            guard try transaction.region() == nil else {
                throw StoreFailure(.region, "a region is founded here already")
            }
            try transaction.setRegion(region)
            try transaction.setNode(own)
            var group = try CommitGroup(transaction: transaction, reducer: reducer, log: log) {
                Hex.encode(Sodium.randomBytes(8))
            }
            let author = OwnAuthor(
                region: region, key: keys.signing, milliseconds: moment.milliseconds, recordedAt: moment.text)
            let outcomes = try group.decideOwn(
                [
                    OwnOperation(kind: "region.found", body: founding.regionBody),
                    OwnOperation(kind: "agency.add", body: founding.agencyBody),
                ], by: author)
            guard let agency = outcomes.last else { throw StoreFailure(.region, "the region was not founded") }
            let enrolment = OwnOperation(
                kind: "node.enroll", record: RecordID(agency.operation),
                body: .object([
                    ("agency", .string(founding.bkd.text)), ("registry", true),
                    ("node", .string(deskNode.node.text)), ("instance", .string(deskNode.exchange.instance.text)),
                    ("key", .string(Base64URL.encode(desk.signing.bytes))),
                    ("box", .string(Base64URL.encode(desk.box))),
                ]))
            for outcome in outcomes + (try group.decideOwn([enrolment], by: author)) {
                guard outcome.outcome.kind == .accepted else {
                    throw StoreFailure(.region, "the region was refused: \(outcome.outcome.json.encodedText)")
                }
            }
            try transaction.setNode(deskNode)
            try group.finish()
            return group.head.epoch
        }
        return JoinReply(
            region: region.code, regionName: region.name, agency: region.bkd, node: deskNode.node,
            instance: deskNode.exchange.instance, registry: true, coordinatorKey: keys.signing.publicKey,
            tagKey: keys.tag, epoch: epoch)
    }
}
