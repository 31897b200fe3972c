/// What a person wishes of a new post. Empty lists mean that she was asked and has no wish.
public struct Wishes: Hashable, Sendable {
    /// Posts by their id or name.
    public var posts: [String]
    /// Agencies by their code.
    public var agencies: [String]
    /// Districts by their name.
    public var districts: [String]

    public init(posts: [String] = [], agencies: [String] = [], districts: [String] = []) {
        self.posts = posts
        self.agencies = agencies
        self.districts = districts
    }

    /// Whether a post meets each kind of wish that was stated; nil where the post does not say it.
    func met(by requirement: PostRequirement) -> [Bool?] {
        func meets(_ wished: [String], _ offered: [String?]) -> [Bool?] {
            if wished.isEmpty { return [] }
            let known = offered.compactMap { $0 }.filter { !$0.isEmpty }
            if known.isEmpty { return [nil] }
            return [wished.contains { wish in known.contains { LooseText.matches(wish, $0) } }]
        }
        return meets(posts, [requirement.postID, requirement.postName]) + meets(agencies, [requirement.agency])
            + meets(districts, [requirement.district])
    }
}
