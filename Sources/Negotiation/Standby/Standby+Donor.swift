import Personnel

/// R23 at a call: whether the unit that lends stays whole, from what its agency published.
///
/// Home checked its floor when it posted the entry, months ago perhaps. What counts is the stay: the unit's published people
/// without those who were called since, against the donor's share of the published need, and no rush of its own meanwhile.
/// The coordinator computes it over records that the desk sees too, so both find the same.
extension Standby {
    /// An entry with the offer of its last call, and the transfer that came of it.
    public struct Call: Sendable {
        let standby: Standby
        let offer: Offer
        let transfer: Transfer?

        public init(of standby: Standby, _ offer: Offer, _ transfer: Transfer?) {
            self.standby = standby
            self.offer = offer
            self.transfer = transfer
        }

        /// Whether it called somebody of the unit of this entry, and not this one's person.
        func isBeside(_ entry: Standby) -> Bool {
            standby.id != entry.id && standby.home == entry.home && standby.place?.unit == entry.place?.unit
        }

        /// The day of the return, an extension counted.
        var returns: CivilDate { transfer?.returns ?? offer.terms.returns ?? .latest }
    }

    /// What is found for a stay.
    ///
    /// - Parameters:
    ///   - need: the unit as its agency published it last; nil when it did not.
    ///   - rushes: rushes that run, of any agency.
    ///   - calls: called entries; those of other units are passed over.
    public func donor(
        from start: CivilDate, until returns: CivilDate, need: UnitNeed?, rushes: [Surge], calls: [Call],
        _ policy: PersonnelPolicy
    ) -> RuleResult {
        guard let place else { return .unanswered(.r23, .postUnknown, policy) }
        guard let need, need.ended == nil else { return .unanswered(.r23, .needUnpublished, policy) }
        let gone = calls.filter { call in
            call.isBeside(self) && call.offer.isHolding && need.counts(call.offer)
                && call.offer.terms.start < returns && start < call.returns
        }
        let ofPost = gone.filter { $0.standby.place == place }.count
        let isInRush =
            need.isInRush
            || rushes.contains { rush in
                rush.ended == nil && rush.agency == home && rush.unit.utf8.elementsEqual(place.unit.utf8)
                    && rush.from < returns && start <= rush.until
            }
        return Rules.donor(
            LeftPost(
                hasStandard: nil, hasWorkloadAnalysis: nil, post: need.staffing(ofPost: place.post, less: ofPost),
                unit: need.staffing(less: gone.count), isInRush: isInRush),
            published: need.day, policy, source: "need.publish")
    }
}

extension UnitNeed {
    /// Whether somebody who was lent is still among the published people: called since, or away only later.
    fileprivate func counts(_ offer: Offer) -> Bool {
        (offer.hold?.position ?? 0) > position || day < offer.terms.start
    }

    /// The people of the unit against its need and its own floor.
    ///
    /// - Parameter gone: how many people less than published.
    public func staffing(less gone: Int = 0) -> Staffing {
        let needs = posts.compactMap(\.need)
        return Staffing(
            holders: posts.reduce(0) { $0 + $1.holders } - gone, need: needs.isEmpty ? nil : needs.reduce(0, +),
            ownFloor: floor)
    }

    /// The same of one post; a post that is not published has no need.
    public func staffing(ofPost id: String, less gone: Int = 0) -> Staffing {
        let post = posts.first { $0.id.utf8.elementsEqual(id.utf8) }
        return Staffing(holders: (post?.holders ?? 0) - gone, need: post?.need, ownFloor: post?.floor)
    }
}
