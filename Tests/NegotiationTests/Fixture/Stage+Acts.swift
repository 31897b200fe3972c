import StrictJSON
import Testing

@testable import Negotiation

extension Stage {
    /// What the rightful author would write: author, record (nil when it makes one) and body.
    func act(_ kind: OperationKind) throws -> (author: String, record: RecordID?, body: String) {
        let attachment = #"{"attachment":"\#(String(repeating: "f", count: 64))"}"#
        let newOffer = #""card":"\#(card)","vacancy":"\#(vacancy)","terms":{"start":"2026-08-01"}"#
        let sheet = Town.sheet()
        switch kind {
        case .regionFound:
            return ("coordinator", nil, #"{"region":{}}"#)
        case .coordinatorBoot: return ("coordinator", try town.region, #"{"boot":"AAAA"}"#)
        case .epochBegin: return ("coordinator", try town.region, #"{"epoch":2,"cut":1,"boot":"AAAA"}"#)
        case .outcomeChange:
            return (
                "coordinator", try town.region,
                #"{"agency":"sosial","operation":"\#(card)","kind":"card.post","about":["\#(card)"],"was":{"outcome":"accepted"},"now":{"outcome":"rejected"}}"#
            )
        case .agencyAdd: return ("bkd", nil, #"{"agency":{"code":"baru","name":{"id":"Baru"}}}"#)
        case .nodeInvite:
            let code = String(repeating: "b", count: 64)
            return (
                "bkd", nil,
                #"{"invitation":{"agency":"pasar","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02"}}"#
            )
        case .nodeJoin:
            let node = try town.node("pasar/new", agency: "pasar")
            return (
                "coordinator", invitation,
                node.replacing(#""agency":"pasar""#, with: #""invitation":"\#(invitation)""#)
            )
        case .nodeEnroll: return ("coordinator", invitation, try town.node("pasar/new", agency: "pasar"))
        case .nodeReplace:
            let node = try town.node("pasar/new", agency: "pasar")
            return (
                "coordinator", invitation,
                node.replacing(#""agency":"pasar""#, with: #""invitation":"\#(invitation)""#)
            )
        case .nodeRestore:
            let node = try Town.nodeID("pasar")
            return (
                "coordinator", try town.region,
                #"{"node":"\#(node)","instance":"\#(node)","opens":"\#(try Town.nodeID("pasar/again"))"}"#
            )
        case .nodeAlarm:
            let node = try Town.nodeID("pasar")
            return (
                "coordinator", try town.region,
                #"{"node":"\#(node)","instance":"\#(node)","first":"a","last":"b","times":2}"#
            )
        case .policyApply: return ("bkd", nil, #"{"policy":\#(PolicyText.policy(version: 2))}"#)
        case .dayAdvance: return ("bkd", try town.region, #"{"to":"2026-07-02"}"#)
        case .reorganisationApply:
            return (
                "bkd", nil,
                #"{"reorganisation":{"number":"P-1","date":"2026-06-01","from":"2026-06-01","units":[{"unit":"u1","from":"perizinan","to":"sosial"}]}}"#
            )
        case .reorganisationWithdraw: return ("bkd", offer, "{}")
        case .cardPost: return ("dukcapil", nil, Town.cardBody(1))
        case .cardEdit: return ("dukcapil", card, #"{"was":{},"now":{"wishes":{"posts":[]}}}"#)
        case .cardOpen: return ("dukcapil", card, "{}")
        case .cardClose: return ("dukcapil", card, #"{"reason":"pensiun"}"#)
        case .cardCheck: return ("dukcapil", card, #"{"route":"\#(town.move)","sheet":\#(sheet)}"#)
        case .needPublish: return ("dukcapil", try town.region, Town.needBody())
        case .surgeDeclare: return ("dukcapil", nil, Town.surgeBody())
        case .surgeEnd: return ("dukcapil", try town.id(9998), "{}")
        case .cardContest: return ("perizinan", try town.region, #"{"person":"\#(Town.hash(1))"}"#)
        case .vacancyOpen: return ("perizinan", nil, Town.vacancyBody(town.move))
        case .vacancyEdit:
            return ("perizinan", vacancy, #"{"was":{"seats":{"count":1}},"now":{"seats":{"count":2}}}"#)
        case .vacancyWithdraw: return ("perizinan", vacancy, #"{"reason":"batal"}"#)
        case .vacancyRank: return ("perizinan", vacancy, #"{"order":["\#(offer)"],"passedOver":[]}"#)
        case .requestFile:
            return (
                "dukcapil", nil,
                #"{"request":{"card":"\#(card)","route":"\#(town.move)","wishes":{"posts":["p1"]},"letter":{"date":"2026-06-01"}}}"#
            )
        case .requestAnswer:
            return ("bkd", offer, #"{"says":"accept","date":"2026-06-01","reason":\#(attachment)}"#)
        case .requestWithdraw: return ("dukcapil", offer, "{}")
        case .standbyPost:
            return (
                "dukcapil", nil,
                #"{"standby":{"card":"\#(card)","route":"\#(town.loan)","months":[7,8],"days":30,"sheet":\#(sheet)}}"#
            )
        case .standbyWithdraw: return ("dukcapil", offer, "{}")
        case .standbyCall:
            return (
                "bkd", offer,
                #"{"call":{"vacancy":"\#(vacancy)","start":"2026-07-01","return":"2026-07-20","number":"1","date":"2026-06-01","signer":"K","standing":"definitif"}}"#
            )
        case .roundOpen: return ("bkd", nil, Town.roundBody())
        case .roundList: return ("bkd", offer, #"{"add":["\#(offer)"]}"#)
        case .roundFreeze:
            return ("bkd", offer, #"{"to":"TPK","hash":"\#(String(repeating: "a", count: 64))","lines":[]}"#)
        case .roundChange: return ("bkd", offer, #"{"line":1,"was":"\#(offer)","reason":\#(attachment)}"#)
        case .roundUndo: return ("bkd", offer, #"{"change":1,"reason":\#(attachment)}"#)
        case .roundClose: return ("bkd", offer, "{}")
        case .offerPropose: return ("dukcapil", nil, #"{"offer":{\#(newOffer),"sheet":\#(sheet)}}"#)
        case .offerAsk: return ("perizinan", nil, #"{"offer":{\#(newOffer)}}"#)
        case .offerOpen: return ("bkd", nil, #"{"offer":{\#(newOffer)}}"#)
        case .offerPerson:
            return (
                "dukcapil", offer, #"{"terms":1,"says":"agree","letter":{"number":"S-1","date":"2026-06-01"}}"#
            )
        case .offerAgree: return ("dukcapil", offer, #"{"terms":1,"sheet":\#(sheet)}"#)
        case .offerCheck: return ("dukcapil", offer, #"{"terms":1,"sheet":\#(sheet)}"#)
        case .offerCounter:
            return ("dukcapil", offer, #"{"terms":1,"now":{"start":"2026-08-01"},"sheet":\#(sheet)}"#)
        case .offerRefuse: return ("dukcapil", offer, #"{"terms":1,"reason":\#(attachment)}"#)
        case .offerWithdraw: return ("perizinan", offer, #"{"reason":"batal"}"#)
        case .offerDecide: return ("bkd", offer, #"{"terms":1,"proceed":true,"reason":\#(attachment)}"#)
        case .offerDisclose: return ("dukcapil", offer, #"{"profile":\#(attachment)}"#)
        case .offerMove: return ("bkd", offer, #"{"terms":1}"#)
        case .packageOpen:
            return ("perizinan", nil, #"{"package":{"offers":["\#(offer)","\#(try town.id(9998))"]}}"#)
        case .packageDecide:
            return ("bkd", try town.id(9998), #"{"how":"split","reason":\#(attachment)}"#)
        case .packageWithdraw: return ("perizinan", try town.id(9998), "{}")
        case .documentIssue:
            return (
                "bkd", nil,
                #"{"document":{"type":"\#(town.board)","number":"9","date":"2026-06-01","signer":"K","standing":"Plt","lines":[{"offer":"\#(offer)","terms":1,"result":"favourable"}]}}"#
            )
        case .trainingRequire:
            return (
                "perizinan", nil,
                #"{"training":{"offer":"\#(offer)","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#
            )
        case .trainingConfirm: return ("sosial", training, #"{"hours":20,"date":"2026-06-01"}"#)
        case .transferBrief: return ("perizinan", transfer, #"{"date":"2026-06-01"}"#)
        case .transferHandover: return ("dukcapil", transfer, #"{"date":"2026-06-01"}"#)
        case .transferStep: return ("bkd", transfer, #"{"step":"papers","date":"2026-06-01"}"#)
        case .transferExtend: return ("perizinan", transfer, #"{"return":"2026-09-01"}"#)
        case .transferRecall: return ("perizinan", transfer, #"{"date":"2026-07-20"}"#)
        case .transferNote: return ("perizinan", transfer, #"{"note":\#(attachment)}"#)
        case .transferObject:
            return ("dukcapil", transfer, #"{"received":"2026-06-01","filed":"2026-06-01","text":\#(attachment)}"#)
        case .transferDecide: return ("bkd", transfer, #"{"suspends":true}"#)
        case .transferStart: return ("perizinan", transfer, #"{"date":"2026-07-01","number":"800/1"}"#)
        case .transferCancel: return ("bkd", transfer, #"{"reason":"batal"}"#)
        case .transferFile: return ("dukcapil", transfer, #"{"file":\#(attachment)}"#)
        case .transferReceive: return ("perizinan", transfer, #"{"complete":true}"#)
        case .behalfRecord:
            return ("bkd", offer, Town.behalf("dukcapil", "offer.agree", #"{"terms":1}"#))
        case .proposalConfirm, .proposalRefuse: return ("perizinan", try town.id(9999), "{}")
        case .conflictResolve: return ("perizinan", conflict, #"{"choice":"mine"}"#)
        }
    }
}
