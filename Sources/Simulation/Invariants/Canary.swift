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
        let others = region.agencies.filter { $0 != sent.machine?.agency }
        try check(answer.body, others, "an answer to \(sent.machine?.name ?? "a stranger")")
        for header in answer.headers {
            try check(Array(header.value.utf8), others, "a header")
        }
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.hasSettled else { return }
        for machine in region.nodes where machine.agency.text != SimulatedRegion.bkd {
            guard let bytes = machine.disk.contents(of: FaultDisk.nodePath) else { continue }
            try check(bytes, region.agencies.filter { $0 != machine.agency }, "the disk of \(machine.name)")
        }
    }

    /// A mark names its agency; one that names none was on a disk that rots.
    private func check(_ bytes: [UInt8], _ others: [AgencyCode], _ place: String) throws {
        var rest = bytes[...]
        let mark = Array("KENARI-".utf8)
        while let at = Search.first(mark, in: rest) {
            rest = rest[(at + mark.count)...]
            let owner = others.first { rest.starts(with: Array("\($0.text)-".utf8)) }
            try hold(owner == nil, "\(place) holds private data of \(owner?.text ?? "")")
        }
    }
}
