import Simulation
import Testing

struct CityTests {
    @Test func sameRecipeGivesTheSameBytes() throws {
        let recipe = try CityRecipe(agencies: 3, people: 40, seed: 7)
        let first = City.generate(recipe).files()
        let second = City.generate(recipe).files()
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func anotherSeedGivesAnotherCity() throws {
        let first = City.generate(try CityRecipe(agencies: 3, people: 40, seed: 7)).files()
        let second = City.generate(try CityRecipe(agencies: 3, people: 40, seed: 8)).files()
        #expect(first.map(\.bytes) != second.map(\.bytes))
    }
}
