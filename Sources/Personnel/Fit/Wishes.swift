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

    /// What can be wished of a post.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case post
        case agency
        case district
    }

    /// How a wish of one kind stands to a post.
    public enum Answer: Hashable, Sendable {
        /// Nothing of the kind was wished.
        case unstated
        case met
        case unmet
        /// The post does not say it.
        case open
    }

    public func answer(_ kind: Kind, by requirement: PostRequirement) -> Answer {
        let wished: [String]
        let offered: [String?]
        switch kind {
        case .post: (wished, offered) = (posts, [requirement.postID, requirement.postName])
        case .agency: (wished, offered) = (agencies, [requirement.agency])
        case .district: (wished, offered) = (districts, [requirement.district])
        }
        if wished.isEmpty { return .unstated }
        let known = offered.compactMap { $0 }.filter { !$0.isEmpty }
        if known.isEmpty { return .open }
        return wished.contains { wish in known.contains { LooseText.matches(wish, $0) } } ? .met : .unmet
    }
}

/// How many kinds of wishes were stated, and how many of these a post meets.
public struct WishCount: Hashable, Sendable {
    private var stated = 0
    private var met = 0
    private var open = 0

    public init() {}

    public mutating func add(_ answer: Wishes.Answer) {
        if answer != .unstated { stated += 1 }
        if answer == .met { met += 1 }
        if answer == .open { open += 1 }
    }

    /// The share that is met; what it is worth to have no wish where none was stated.
    public func points(_ settings: FitSettings) -> Points {
        guard stated > 0 else { return .exactly(settings.noWishPoints) }
        let lowest = met * 1000 / stated
        guard open > 0 else { return .exactly(lowest) }
        return .missing(possible: lowest...(met + open) * 1000 / stated)
    }
}
