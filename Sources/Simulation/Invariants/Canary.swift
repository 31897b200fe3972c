import CoordinatorKit
import Negotiation
import SyncProtocol

/// S23: an agency's marked private data is in no answer to another agency, and on no disk of another agency.
struct Canary: Invariant {
    let name = InvariantName.canary

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .answered(let sent, let answer, _) = event, sent.machine?.agency.text != SimulatedRegion.bkd else {
            return
        }
        try check(answer.body, for: sent.machine?.agency, "an answer to \(sent.machine?.name ?? "a stranger")")
        for header in answer.headers {
            try check(Array(header.value.utf8), for: sent.machine?.agency, "a header")
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.nodes where machine.agency.text != SimulatedRegion.bkd {
            guard let bytes = machine.disk.contents(of: FaultDisk.nodePath) else { continue }
            try check(bytes, for: machine.agency, "the disk of \(machine.name)")
        }
    }

    private func check(_ bytes: [UInt8], for agency: AgencyCode?, _ place: String) throws {
        var rest = bytes[...]
        let mark = Array("KENARI-".utf8)
        while let at = Search.first(mark, in: rest) {
            rest = rest[(at + mark.count)...]
            let isOwn = agency.map { rest.starts(with: Array($0.text.utf8)) } ?? false
            try hold(isOwn, "\(place) holds another agency's private data")
        }
    }
}
