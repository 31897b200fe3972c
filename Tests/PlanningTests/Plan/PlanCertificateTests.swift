import Testing

@testable import Planning

/// The certificate is the plan's only judge: it must see whatever is wrong.
struct PlanCertificateTests {
    private static func proved(_ seed: UInt64) throws -> (PlanProblem, PlanBounds, PlanSolution) {
        let problem = try SmallCity.random(seed: seed).problem()
        let solver = PlanSolver(problem)
        let bounds = try #require(try PlanShortageStage(problem).raised(PlanBounds(problem.roster), solver))
        guard case .solved(let plan) = try solver.best(bounds) else { throw NoPlan() }
        return (problem, bounds, PlanSolution(plan))
    }

    private struct NoPlan: Error {}

    @Test(arguments: 9000..<9100 as Range<UInt64>)
    func otherPricesOrSeatsProveNothing(seed: UInt64) throws {
        let (problem, bounds, solution) = try Self.proved(seed)
        func isProved(_ change: (inout PlanSolution) -> Void) -> Bool {
            var changed = solution
            change(&changed)
            return PlanCertificate(changed, problem, bounds).isProved
        }
        #expect(isProved { _ in })
        for person in solution.seats.indices {
            #expect(!isProved { $0.personPrices[person] += 1 })
            #expect(!isProved { $0.personPrices[person] -= 1 })
        }
        for seat in solution.seatPrices.indices {
            #expect(!isProved { $0.seatPrices[seat] += 1 })
            #expect(!isProved { $0.seatPrices[seat] -= 1 })
        }
        for person in solution.seats.indices.dropFirst() {
            #expect(!isProved { $0.seats[person] = $0.seats[0] }, "two in one seat")
        }
    }

    /// Somebody in a seat that the rules close to her is a fault, whatever the prices.
    @Test func aClosedSeatIsAFault() throws {
        var closed = 0
        for seed in 9000..<9100 as Range<UInt64> {
            let (problem, bounds, solution) = try Self.proved(seed)
            let roster = problem.roster
            for person in roster.people.indices {
                for seat in roster.seats.indices where !solution.seats.contains(seat) {
                    let isOpen = problem.points(of: person, in: roster.seatPlaces[seat]) != nil
                    guard seat != person, !isOpen else { continue }
                    closed += 1
                    var changed = solution
                    changed.seats[person] = seat
                    let faults = PlanCertificate(changed, problem, bounds).faults
                    #expect(
                        faults.first == "person \(roster.people[person].id) may not hold seat \(roster.seats[seat].id)")
                }
            }
        }
        #expect(closed > 50)
    }
}
