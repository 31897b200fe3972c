/// A unit of an agency's tree (*unor*); services are delivered by units.
public struct Unit: Hashable, Sendable {
    /// The official id (UNOR ID).
    public let id: String
    public let name: String
    /// The unit above, or nil at the top of the agency.
    public let parent: String?
    /// The district (*kecamatan*) in which it works, when it is known.
    public let district: String?

    public init(id: String, name: String, parent: String? = nil, district: String? = nil) {
        self.id = id
        self.name = name
        self.parent = parent
        self.district = district
    }
}
