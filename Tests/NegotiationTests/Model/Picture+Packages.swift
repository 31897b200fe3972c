import Personnel
import StrictJSON

@testable import Negotiation

/// No half package, in any state.
extension Picture {
    /// Checks every package that has not ended, and that each one that has left no half behind.
    func checkPackages(of offers: [Offer]) throws {
        for package in packages.all {
            let members = package.offers.compactMap { self.offers[$0] }
            try hold(members.count == package.offers.count, "a package names offers that are not there")
            switch package.ended?.reason {
            case nil: try check(package, members)
            case "started":
                let transfers = members.compactMap(transfer(of:))
                try hold(transfers.count == members.count && transfers.allSatisfy { $0.started != nil }, "half started")
                try hold(Set(transfers.map(\.began)).count == 1, "a package started on several days")
            case "closed", "empty": try hold(members.allSatisfy { $0.closed != nil }, "a closed package goes on")
            default: try hold(members.allSatisfy { $0.package != package.id || $0.closed != nil }, "still bound")
            }
        }
        for offer in offers {
            guard let id = offer.package else { continue }
            try hold(packages[id]?.offers.contains(offer.id) == true || offer.closed != nil, "bound, but not named")
        }
    }

    private func check(_ package: Package, _ members: [Offer]) throws {
        let transfers = members.compactMap(transfer(of:))
        try hold(transfers.allSatisfy { $0.started == nil }, "a part of a package started")
        try hold(members.allSatisfy { $0.package == package.id }, "an offer of a package does not know it")
        for transfer in transfers where transfer.pledged != nil {
            try hold(package.isRunning && transfer.openGates.isEmpty, "a start letter waits behind a gate")
        }
        try hold(members.contains { $0.closed == nil }, "nobody is left of a package")
        guard package.isRunning else {
            try hold(members.contains { $0.closed != nil }, "a package stopped for nothing")
            return
        }
        try hold(members.allSatisfy { $0.closed == nil }, "an offer ended and its package goes on")
        try hold([0, members.count].contains(transfers.count), "half decreed")
        try hold((package.decreed != nil) == !transfers.isEmpty, "decreed")
        let holding = members.filter(\.isHolding)
        try hold([0, members.count].contains(holding.count), "half held")
        try hold((package.held != nil) == !holding.isEmpty, "held")
        try hold(transfers.contains { $0.pledged == nil } || transfers.isEmpty, "all letters are there")
        if members.allSatisfy({ $0.hold?.state == .waiting }) {
            try hold(members.contains { isStuck($0, among: members) }, "a package waits for nothing")
        }
    }

    /// Whether a seat or the card is not free for it, or a ranking has not named it.
    private func isStuck(_ offer: Offer, among members: [Offer]) -> Bool {
        let wanted = members.filter { $0.vacancy == offer.vacancy }.count
        return (vacancies[offer.vacancy]?.seatsFree ?? 0) < wanted
            || (vacancies[offer.vacancy]?.mode != "first" && offer.ranked?.place == nil)
            || offers.all.contains { $0.id != offer.id && $0.card == offer.card && $0.isHolding }
    }

    func hasMoved(_ card: RecordID) -> Bool {
        transfers.all.contains { $0.card == card && $0.effect == .definitive && $0.started != nil }
    }
}
