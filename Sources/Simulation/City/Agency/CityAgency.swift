/// One agency of the city with everything that its files say.
struct CityAgency: Sendable {
    /// A row of the workload analysis: a task of a post in a unit.
    struct WorkloadRow: Sendable {
        let post: CityPost
        let unit: Int
        let task: CityRole.Task
        let yearlyVolume: Int
    }

    let plan: AgencyPlan
    let dialect: FileDialect
    let units: [CityUnit]
    let people: [CityPerson]
    let workload: [WorkloadRow]

    /// The posts that the agency has, in the order in which they first appear.
    var posts: [CityPost] {
        var seen = Set<String>()
        return (units.compactMap(\.headPost) + people.map(\.post)).filter { seen.insert($0.id).inserted }
    }
}
