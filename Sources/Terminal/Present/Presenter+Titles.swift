import Negotiation
import Personnel
import StrictJSON

/// What the region calls its routes, opinions and documents; their codes stand beside, for commands take those.
extension Presenter {
    /// The title with the code behind it, by the policy under which the offer was made; the code alone when that policy
    /// says nothing.
    func named(_ code: String, of offer: Offer) -> String {
        titled(code, title(code, of: offer))
    }

    /// The same for a kind of move, by the newest policy that is at hand.
    func named(route code: String) -> String {
        let policy = records.policies.last { $0.route(code) != nil }
        return titled(code, policy.flatMap { routes($0.id).first { $0["code"]?.string == code } }.flatMap(title))
    }

    /// What the region calls such a document, in the policy under which its lines were made; its code when that says nothing.
    func title(of document: Document) -> String {
        let offer = document.lines.lazy.compactMap { records.offer($0.offer) }.first
        return offer.flatMap { title(document.type, of: $0) } ?? document.type
    }

    /// The same with the code behind it.
    func named(_ document: Document) -> String {
        let title = title(of: document)
        return titled(document.type, title == document.type ? nil : title)
    }

    /// The title of an opinion, a document or a step with its code behind it, by the newest policy in which a route has it.
    func named(code: String) -> String {
        let titles = records.policies.reversed().lazy.flatMap { self.routes($0.id) }.compactMap { route -> String? in
            let members = ["opinions", "steps", "afterwards"].flatMap { route[$0]?.elements ?? [] }
            let named = members + (route["document"].map { [$0] } ?? [])
            return named.first { $0["code"]?.string == code || $0["step"]?.string == code }.flatMap(self.title)
        }
        return titled(code, titles.first)
    }

    /// The title alone; nil when the policy has none.
    func title(_ code: String, of offer: Offer) -> String? {
        let route = routes(offer.policy).first { $0["code"]?.string == offer.route }
        let named = (route?["opinions"]?.elements ?? []) + (route?["document"].map { [$0] } ?? [])
        return named.first { $0["code"]?.string == code }.flatMap(title)
    }

    private func routes(_ policy: RecordID) -> [JSON] {
        guard let record = records.record(policy), let body = try? JSON(parsing: record.body) else { return [] }
        return body["policy"]?["routes"]?.elements ?? []
    }

    private func title(_ named: JSON) -> String? {
        named["title"]?[language.rawValue]?.string ?? named["title"]?["id"]?.string
    }

    private func titled(_ code: String, _ title: String?) -> String {
        title.map { "\($0) (\(code))" } ?? code
    }
}
