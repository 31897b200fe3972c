/// Where a person would like to serve: ids of posts, codes of agencies, names of districts. Empty lists wish nothing.
public struct PlanWishes: Hashable, Sendable {
    public var posts: [String]
    public var agencies: [String]
    public var districts: [String]

    public init(posts: [String] = [], agencies: [String] = [], districts: [String] = []) {
        self.posts = posts
        self.agencies = agencies
        self.districts = districts
    }
}
