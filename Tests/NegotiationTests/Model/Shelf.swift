@testable import Negotiation

/// The read views of one kind of record, in the order in which the records were made.
struct Shelf<View> {
    private var order: [RecordID] = []
    private var views: [RecordID: View] = [:]

    var all: [View] { order.compactMap { views[$0] } }

    subscript(id: RecordID) -> View? {
        get { views[id] }
        set {
            if views[id] == nil {
                order.append(id)
            }
            views[id] = newValue
        }
    }
}
