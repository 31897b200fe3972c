import Negotiation
import NodeKit
import SyncProtocol

/// A page for a restored coordinator on its way.
struct HandInPage {
    var machine: NodeMachine
    var page: HandIn.Page
    /// What is said in it: its sender may have held something back.
    var request: ResupplyRequest
    var body: [UInt8]
    var signature: String
    /// Whether anybody changed it on the way.
    var isDamaged = false
    /// Whether it is a copy of one that arrived before.
    var isReplay = false

    init(_ page: HandIn.Page, from machine: NodeMachine) {
        self.machine = machine
        self.page = page
        request = page.request
        body = page.bytes
        signature = page.signature
    }

    /// Leaves out everything from the first acceptance of an offer on, signed anew; whether there was one with a receipt.
    mutating func withholdAcceptances() -> Bool {
        let first = request.items.firstIndex { item in
            item.receipt != nil
                && item.bundle.operations.contains {
                    (try? Operation(parsing: $0))?.kind == OperationKind.offerAgree.rawValue
                }
        }
        guard let first else { return false }
        request.items = Array(request.items.prefix(first))
        request.isDone = true
        body = request.encode()
        signature = DetachedJWS.sign(
            body, type: .resupply, keyID: machine.identity.node.text, key: machine.identity.signing)
        return true
    }
}
