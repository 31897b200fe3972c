import Testing

@testable import Simulation

struct CityTests {
    @Test func sameRecipeGivesTheSameBytes() throws {
        let recipe = try CityRecipe(agencies: 3, people: 40, seed: 7)
        let first = City.generate(recipe).files()
        let second = City.generate(recipe).files()
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    /// Another process hashes with another seed: an order taken from a set or a dictionary shows here.
    @Test func sameRecipeGivesTheSameBytesInEveryProcess() throws {
        let files = City.generate(try CityRecipe(agencies: 12, people: 150, seed: 7)).files()
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (_, bytes) in files {
            for byte in bytes {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        #expect(hash == 13_247_500_413_396_726_705)
    }

    @Test func anotherSeedGivesAnotherCity() throws {
        let first = City.generate(try CityRecipe(agencies: 3, people: 40, seed: 7)).files()
        let second = City.generate(try CityRecipe(agencies: 3, people: 40, seed: 8)).files()
        #expect(first.map(\.bytes) != second.map(\.bytes))
    }

    @Test func defaultIsTwelveAgenciesAndSixHundredPeople() throws {
        let city = City.generate(try CityRecipe(seed: 1))
        #expect(city.agencyCodes.count == 12)
        #expect(city.headcount == 600)
        for code in ["bkpp", "disdukcapil", "dinkes", "disdik", "dinsos", "dpmptsp", "diskominfo", "bapenda"] {
            #expect(city.agencyCodes.contains(code))
        }
    }

    @Test(arguments: [(2, 10), (12, 12), (60, 10), (60, 600), (60, 10_000)])
    func everySizeHasItsAgenciesAndPeople(agencies: Int, people: Int) throws {
        let city = City.generate(try CityRecipe(agencies: agencies, people: people, seed: 3))
        #expect(city.agencyCodes.count == agencies)
        #expect(Set(city.agencyCodes).count == agencies)
        #expect(city.agencyCodes.first == "bkpp")
        #expect(city.agencyCodes.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]{2,24}/) != nil })
        #expect(city.headcount == people)
        #expect(Set(city.agencies.flatMap { $0.people.map(\.nip) }).count == people)
    }

    @Test(arguments: [
        (1, 600, "2026-01-05"), (61, 600, "2026-01-05"), (12, 9, "2026-01-05"), (12, 10_001, "2026-01-05"),
    ])
    func numbersOutOfRangeAreRefused(agencies: Int, people: Int, today: String) {
        let failure = #expect(throws: CityFailure.self) {
            try CityRecipe(agencies: agencies, people: people, seed: 1, today: today)
        }
        #expect(failure?.code == .recipeOutOfRange)
    }

    @Test(arguments: ["", "2026-02-30", "2026-1-5", "05-01-2026", "2023-12-31", "2091-01-01", "２０２６-01-05"])
    func dayThatIsNoDateOfTheRangeIsRefused(today: String) {
        let failure = #expect(throws: CityFailure.self) { try CityRecipe(seed: 1, today: today) }
        #expect(failure?.code == .recipeOutOfRange)
    }

    @Test(arguments: ["2024-02-29", "2024-12-31", "2090-12-31"])
    func firstAndLastDaysOfTheRangeGiveACity(today: String) throws {
        let recipe = try CityRecipe(people: 100, seed: 5, today: today)
        let city = City.generate(recipe)
        #expect(city.headcount == 100)
        #expect(city.agencies.allSatisfy { $0.people.allSatisfy { $0.entry < recipe.day } })
    }
}
