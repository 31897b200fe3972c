import Negotiation
import NodeKit
import SyncProtocol

/// What is under way or was seen on the way.
struct Network {
    /// A copy of a request that arrives later than its sender waits.
    struct Late {
        var request: SentRequest
        var due: Int
    }

    var late: [Late] = []
    /// Requests that somebody on the way kept, the last ones only.
    var captured: [SentRequest] = []
    /// Pages for a restored coordinator that somebody on the way kept.
    var capturedPages: [HandInPage] = []
    /// Such pages that arrive later than their sender waits.
    var latePages: [(page: HandInPage, due: Int)] = []
    /// The last reply that a proxy saw for each node.
    var cached: [NodeID: TransportReply] = [:]

    private static let keeps = 24

    mutating func capture(_ request: SentRequest) {
        captured.append(request)
        if captured.count > Self.keeps {
            captured.removeFirst()
        }
    }

    mutating func capture(_ page: HandInPage) {
        capturedPages.append(page)
        if capturedPages.count > Self.keeps {
            capturedPages.removeFirst()
        }
    }

    mutating func duePages(at now: Int) -> [HandInPage] {
        let arrived = latePages.filter { $0.due <= now }
        latePages.removeAll { $0.due <= now }
        return arrived.map(\.page)
    }

    /// What has become due, in the order of its arrival.
    mutating func due(at now: Int) -> [SentRequest] {
        let arrived = late.filter { $0.due <= now }
        late.removeAll { $0.due <= now }
        return arrived.map(\.request)
    }
}
