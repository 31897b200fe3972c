import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// Whole messages of `protocol/v1/vectors`, computed apart from this module by `protocol/v1/tools/make_vectors.py`.
@Suite struct MessageVectorTests {
    @Test(arguments: try Vector.all("signatures")) func signatureIsJudgedAsListed(_ vector: Vector) throws {
        let (kid, key) = (try vector.text("kid"), try vector.key("key"))
        let type = try #require(MessageType(rawValue: try vector.text("type")))
        let refusal = Vector.refusal {
            let name = try DetachedJWS.verify(
                header: try vector.text("signature"), payload: try vector.bytes("payload"), type: type
            ) { $0 == kid ? key : nil }
            #expect(name == kid)
        }
        #expect(refusal == vector.code)
    }

    @Test(arguments: try Vector.all("bundles")) func bundleIsJudgedAsListed(_ vector: Vector) throws {
        var bundle: Bundle?
        let refusal = Vector.refusal { bundle = try Bundle(parsing: try vector.bytes("bundle")) }
        let holds = bundle?.verifies(with: try vector.key("key"))
        #expect((refusal ?? (holds == false ? "signature" : nil)) == vector.code)
        guard vector.isValid else { return }
        let read = try #require(bundle)
        #expect(read.hash == (try vector.text("hash")))
        #expect(read.number == (try vector.integer("number")))
        #expect(read.previous == (try vector.text("previous")))
        #expect(
            read.operations.map { String(decoding: $0, as: UTF8.self) }
                == (try vector.array("operations").map(\.string)))
    }

    @Test(arguments: try Vector.all("exchanges")) func exchangeIsJudgedAsListed(_ vector: Vector) throws {
        let json = try vector.json.requiredObject("state")
        let state = ExchangeState(
            exchange: try json.requiredInteger("exchange"), nonce: try json.requiredString("nonce"),
            bundleNumber: try json.requiredInteger("bundleNumber"), bundleHash: try json.requiredString("bundleHash"),
            instance: try #require(InstanceID(text: try json.requiredString("instance"))))
        let (word, fault): (String, String?) =
            switch state.verdict(for: try SyncRequest(parsing: try vector.bytes("request"))) {
            case .next: ("next", nil)
            case .repeated: ("repeated", nil)
            case .stale: ("stale", nil)
            case .superseded: ("superseded", nil)
            case .badBundle(let fault): ("bad-bundle", fault.rawValue)
            }
        #expect(word == (try vector.text("verdict")))
        #expect(fault == vector.json["fault"]?.string)
    }

    @Test(arguments: try Vector.all("sync") + Vector.all("sync-2")) func syncIsJudgedAsListed(_ vector: Vector) throws {
        var request: SyncRequest?
        var reply: SyncReply?
        var refusal = Vector.refusal {
            request = try SyncRequest(parsing: try vector.bytes("request"))
            if vector.has("reply") {
                reply = try SyncReply(parsing: try vector.bytes("reply"))
            }
        }
        if refusal == nil, let request, reply?.answers(request) == false {
            refusal = "other"
        }
        #expect(refusal == vector.code)
        guard vector.isValid else { return }
        for (message, signer, type) in [("request", "node", MessageType.request), ("reply", "coordinator", .reply)] {
            let key = try vector.key(signer + "Key")
            _ = try DetachedJWS.verify(
                header: try vector.text(message + "Signature"), payload: try vector.bytes(message), type: type
            ) { _ in key }
        }
        if !(try vector.text("request").contains("later")) {
            #expect(request?.encode() == (try vector.bytes("request")))
            #expect(reply?.encode() == (try vector.bytes("reply")))
        }
        if let complete = reply?.complete {
            #expect(complete == SyncReply.Complete(count: 2, digest: complete.digest))
        }
        if reply?.consistency.isEmpty == false, let old = request?.head, let new = reply?.head {
            #expect(
                TreeCheck.extends(
                    old: old.position, oldRoot: try #require(Hex.decode(old.root ?? "")), size: new.position,
                    root: try #require(Hex.decode(new.root ?? "")), proof: reply?.consistency ?? []))
        }
    }

    @Test(arguments: try Vector.all("join")) func joinIsJudgedAsListed(_ vector: Vector) throws {
        let invitation = try InvitationLine(parsing: try vector.text("invitation"))
        var refusal = Vector.refusal {
            let request = try JoinRequest(parsing: try vector.bytes("request"))
            #expect(request.encode() == (try vector.bytes("request")))
        }
        if refusal == nil, vector.has("reply") {
            refusal = Vector.refusal {
                let reply = try JoinReply(parsing: try vector.bytes("reply"))
                guard invitation.names(reply.coordinatorKey) else {
                    throw OtherCoordinator()
                }
                _ = try DetachedJWS.verify(
                    header: try vector.text("replySignature"), payload: try vector.bytes("reply"), type: .reply
                ) { $0 == DetachedJWS.coordinator ? reply.coordinatorKey : nil }
                #expect(reply.encode() == (try vector.bytes("reply")))
            }
        }
        #expect(refusal == vector.code)
    }

    @Test(arguments: try Vector.all("invitations")) func invitationIsJudgedAsListed(_ vector: Vector) throws {
        var invitation: InvitationLine?
        let refusal = Vector.refusal { invitation = try InvitationLine(parsing: try vector.text("line")) }
        #expect(refusal == vector.code)
        guard vector.isValid else { return }
        let read = try #require(invitation)
        #expect(read.url == (try vector.text("url")))
        #expect(read.code == (try vector.text("secret")))
        #expect(read.fingerprint == (try vector.text("fingerprint")))
        #expect(read.names(try vector.key("coordinatorKey")))
        let code = try #require(Base64URL.decode(read.code))
        #expect(Hex.encode(Sodium.sha256(code)) == (try vector.text("codeHash")))
    }
}

private struct OtherCoordinator: Error, CustomStringConvertible {
    var description: String { "fingerprint" }
}
