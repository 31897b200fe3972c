/// A made-up city whose agencies write their staff data in the official formats, quirks of real files included.
///
/// Bytes follow from the recipe alone. Names, numbers and careers are invented; identity numbers, telephones and
/// addresses are visibly false. With at least twelve agencies and six hundred people these stories always hold:
/// the population office (`disdukcapil`) has at least three counter operators who pass every rule, at a counter with one
/// more than it needs; the permit office (`dpmptsp`) has a counter that is two short of them and asks for level 2 of
/// `teknis-perizinan`, of which the three have level 1; `bkpp` and `diskominfo` have trainers, who can close the gap.
public struct City: Sendable {
    /// The region that every export names.
    public static let regionName = "Pemerintah Kota Contoh"

    public let recipe: CityRecipe
    let agencies: [CityAgency]

    /// The codes of the agencies, in the order of `agencies.csv`; `bkpp` is the first.
    public var agencyCodes: [String] {
        agencies.map(\.plan.code)
    }

    /// How many people the agencies have together; equal to the recipe's number.
    public var headcount: Int {
        agencies.reduce(0) { $0 + $1.people.count }
    }

    /// Makes the city of a recipe.
    public static func generate(_ recipe: CityRecipe) -> City {
        let plans = Array(AgencyCatalogue.plans.prefix(recipe.agencies))
        let headcounts = Headcounts.share(recipe.people, among: plans)
        var register = NIPRegister()
        var agencies: [CityAgency] = []
        for (index, plan) in plans.enumerated() {
            var builder = AgencyBuilder(
                plan: plan, day: recipe.day, random: SeededGenerator(seed: recipe.seed, stream: UInt64(index)))
            agencies.append(
                builder.build(
                    headcount: headcounts[index], dialect: .of(agencyAt: index), register: &register))
        }
        return City(recipe: recipe, agencies: agencies)
    }

    /// Every file of the city in a fixed order: `agencies.csv`, then each agency's folder.
    ///
    /// Paths are relative, their parts lowercase codes and fixed file names.
    public func files() -> [(path: String, bytes: [UInt8])] {
        var list = DelimitedFile(dialect: FileDialect(), header: ["KODE", "NAMA", "NAMA EN"])
        for agency in agencies {
            list.append([.text(agency.plan.code), .text(agency.plan.name), .text(agency.plan.englishName)])
        }
        return [(path: "agencies.csv", bytes: list.bytes)]
            + agencies.flatMap { AgencyFiles(agency: $0, day: recipe.day).all() }
    }
}
