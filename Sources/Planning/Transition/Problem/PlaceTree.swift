import Personnel

/// Which places lie in which.
struct PlaceTree {
    private let parents: [PlaceID: PlaceID]

    init(_ places: [StaffedPlace]) {
        var parents: [PlaceID: PlaceID] = [:]
        for place in places {
            if let within = place.within {
                parents[place.id] = within
            }
        }
        self.parents = parents
    }

    /// The place and all around it, from the inside out; at most `TransitionLimits.depth` and one more, so that a circle
    /// ends.
    func path(from place: PlaceID) -> [PlaceID] {
        var path: [PlaceID] = []
        var next: PlaceID? = place
        while let current = next, path.count <= TransitionLimits.depth {
            path.append(current)
            next = parent(of: current)
        }
        return path
    }

    func path(from address: PostInUnit?) -> [PlaceID] {
        address.map { path(from: PlaceID($0)) } ?? []
    }

    func parent(of place: PlaceID) -> PlaceID? {
        switch place {
        case .agency: nil
        case .unit: parents[place]
        case .post(_, let unit): .unit(unit)
        }
    }

    /// The places that a person leaves, and those where the person comes, by a change of post.
    func difference(_ from: PostInUnit?, _ to: PostInUnit?) -> (lost: [PlaceID], gained: [PlaceID]) {
        let (origin, target) = (path(from: from), path(from: to))
        return (origin.filter { !target.contains($0) }, target.filter { !origin.contains($0) })
    }
}
