import NodeKit

/// A page for a restored coordinator on its way.
struct HandInPage {
    var machine: NodeMachine
    var page: HandIn.Page
    var body: [UInt8]
    /// Whether anybody changed it on the way.
    var isDamaged = false
    /// Whether it is a copy of one that arrived before.
    var isReplay = false

    init(_ page: HandIn.Page, from machine: NodeMachine) {
        self.machine = machine
        self.page = page
        body = page.bytes
    }
}
