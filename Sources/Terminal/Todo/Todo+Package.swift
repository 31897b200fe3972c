import Negotiation

/// Packages that stopped, and what is asked of the whole of one.
extension Todo {
    public func lines(of package: Package) -> [TodoLine] {
        guard let desk, package.ended == nil, let stopped = package.stopped else { return [] }
        return [
            TodoLine(
                .decidePackage, package.id, who: desk, subject: stopped.reason,
                command: "\(program(desk)) package decide \(records.shown(package.id)) split --reason T")
        ]
    }

    /// The package of an offer, while it binds it.
    func package(of offer: Offer) -> Package? {
        offer.package.flatMap { id in records.packages.first { $0.id == id && $0.ended == nil } }
    }
}
