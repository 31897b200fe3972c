import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Walk {
    /// A package is opened, or what is next for one that is there.
    mutating func packageMove() throws -> Move? {
        let packages = picture.packages.all.filter { $0.ended == nil }
        guard packages.count > 1 || dice.happens(45), let package = dice.pick(packages) else { return newPackage() }
        if package.stopped != nil || dice.happens(4) {
            return dice.happens(25)
                ? Move(node(package.agency), .packageWithdraw, on: package.id, "{}") : decisionMove(package)
        }
        guard let offer = dice.pick(package.offers.compactMap({ picture.offers[$0] })),
            let route = picture.route(of: offer)
        else { return nil }
        if package.decreed != nil { return try picture.transfer(of: offer).flatMap { try transferMove($0) } }
        if package.held != nil { return documentMove(offer, route) }
        if offer.awaitsPerson(route) { return personMove(offer, agreeing: 97) }
        return try dice.pick(offer.openSides(route)).flatMap { try stanceMove(offer, $0, route, agreeing: 97) }
    }

    private mutating func decisionMove(_ package: Package) -> Move {
        let how = dice.one(of: ["split", "close", "replan", "replan"])
        var lists = ""
        if how == "replan", dice.happens(40), let removed = dice.pick(package.offers) {
            lists += #","remove":["\#(removed)"]"#
        }
        if how == "replan", dice.happens(50), let added = dice.pick(free()) {
            lists += #","add":["\#(added.id)"]"#
        }
        return Move(
            "bkd", .packageDecide, on: package.id, #"{"how":"\#(how)","reason":\#(Self.attachment)\#(lists)}"#)
    }

    private mutating func newPackage() -> Move? {
        var members: [Offer] = []
        guard let first = dice.pick(free()) else { return nil }
        members.append(first)
        for offer in free() where members.count < 2 + dice.roll(3) {
            guard !members.contains(where: { $0.card == offer.card || $0.vacancy == offer.vacancy }) else { continue }
            members.append(offer)
        }
        guard members.count > 1 else { return nil }
        let parties = agencies.filter { name in
            members.allSatisfy { [$0.home.text, $0.receiving.text].contains(name) }
        }
        let author = dice.pick(parties).flatMap { dice.happens(50) ? $0 : nil } ?? "bkd"
        let ids = members.map { "\"\($0.id)\"" }.joined(separator: ",")
        return Move(author, .packageOpen, about: first.id, #"{"package":{"offers":[\#(ids)]}}"#)
    }

    /// Open offers in no package, those of seats that others leave first.
    private func free() -> [Offer] {
        let open = picture.offers.all.filter { $0.isOpen && $0.package == nil }
        let left = open.filter { picture.vacancies[$0.vacancy]?.freedBy != nil }
        return left + open.filter { offer in !left.contains { $0.id == offer.id } }
    }

    /// Now and then a condition of the terms.
    mutating func newConditions() -> String {
        switch dice.roll(24) {
        case 0: #","after":["training"]"#
        case 1: #","after":["replacement"]"#
        case 2: dice.pick(picture.vacancies.all).map { #","after":[{"vacancy":"\#($0.id)"}]"# } ?? ""
        case 3: dice.pick(picture.transfers.all).map { #","after":[{"transfer":"\#($0.id)"},"training"]"# } ?? ""
        case 4: #","partTime":60"#
        default: ""
        }
    }

    /// The group that says who leaves the seat.
    mutating func newFreed(of agency: AgencyCode) -> String {
        let cards = picture.cards.all.filter { $0.agency == agency && $0.ended == nil }
        guard dice.happens(55), let card = dice.pick(cards) else { return "" }
        return #""freed":{"by":"\#(card.id)"\#(dice.happens(12) ? #","overlap":true"# : "")},"#
    }
}
