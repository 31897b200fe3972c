import Personnel
import StrictJSON

/// The change of the head of region: a list that a former head approved is not approved by the new one.
extension Workspace {
    /// The favourable opinions of an offer, apart by whether they count under today's head.
    func standing(_ offer: Offer, _ route: Route) throws -> StandingOpinions {
        let favourable = offer.favourableOpinions
        guard let head = try currentPolicy().head?.holder(on: region().day) else {
            return StandingOpinions(counting: favourable, void: [], head: nil)
        }
        let void = try offer.opinions(voidUnder: head, route) { try linked($0, .document, Document.init).date }
        return StandingOpinions(counting: favourable.filter { !void.contains($0) }, void: void, head: head)
    }

    /// The same offer with each opinion marked by whether it counts under today's head; what is closed or decreed stays as it was.
    func marked(_ offer: Offer, _ route: Route) throws -> Offer {
        guard offer.isOpen, !offer.opinions.isEmpty else { return offer }
        var marked = offer
        let void = try standing(offer, route).void
        for index in marked.opinions.indices {
            marked.opinions[index].isVoid = void.contains(offer.opinions[index])
        }
        return marked
    }

    /// Marks the opinions of the open offers anew, when the head may be another one.
    mutating func markOpinions() throws {
        for offer in try records(linked: .open(.offer)).map({ try read($0, Offer.init) }) where !offer.opinions.isEmpty
        {
            try store(offer)
        }
    }

    /// Refused with the codes that are missing; where one was void, with the head since whose first day it is.
    func require(_ codes: [String], _ said: StandingOpinions) throws {
        let missing = codes.filter { !said.counts($0) }
        guard !missing.isEmpty else { return }
        var detail: [(String, JSONValue)] = [("missing", .array(missing.map(JSONValue.string)))]
        let void = missing.filter { code in said.void.contains { $0.code == code } }
        if let head = said.head, !void.isEmpty {
            detail += [
                ("void", .array(void.map(JSONValue.string))), ("head", .string(head.name)),
                ("since", .string(head.span.from.iso)),
            ]
        }
        throw Refusal(.incomplete, detail)
    }
}

extension Offer {
    /// The favourable opinions about who decides that are dated before a head took office.
    ///
    /// - Parameter dated: the date of a document; nil when it is not at hand.
    public func opinions(
        voidUnder head: HeadOfRegion.Tenure, _ route: Route, dated: (RecordID) throws -> CivilDate?
    ) rethrows -> [Opinion] {
        try favourableOpinions.filter { opinion in
            guard route.opinion(opinion.code)?.isBoundToHead == true, let date = try dated(opinion.document) else {
                return false
            }
            return date < head.span.from
        }
    }
}

/// What was said for an offer, under the head in office.
struct StandingOpinions {
    var counting: [Offer.Opinion]
    /// Dated before the head took office, and about who decides.
    var void: [Offer.Opinion]
    /// Who holds the office today; nil when the policy does not say.
    var head: HeadOfRegion.Tenure?

    func counts(_ code: String) -> Bool {
        counting.contains { $0.code == code }
    }
}
