/// How long visitors wait at a counter with several windows and one queue (M/M/c): A. K. Erlang's delay formula.
///
/// Visitors come at random at a steady rate (Poisson), each takes an exponentially distributed time, nobody goes away. For
/// an offered load of `a` erlang and `m` people, with Erlang's loss formula B:
///
///     B(0) = 1,  B(k) = a·B(k-1) ÷ (k + a·B(k-1))
///     P(wait) = C = m·B(m) ÷ (m - a·(1 - B(m)))
///     average wait = C·h ÷ (m - a)
///     P(wait ≤ t) = 1 - C·e^(-(m - a)·t ÷ h)            h: the handling time
///
/// Sources: A. K. Erlang 1917; R. B. Cooper, Introduction to Queueing Theory; the recursion and its stability: D. L.
/// Jagerman, Some properties of the Erlang loss function, Bell System Technical Journal 53 (1974).
///
/// Floating point, and still the same answer everywhere: only addition, multiplication, division and a power of two are
/// used, which IEEE 754 rounds in one way, in a fixed order, and the exponential is computed here and by no library. The
/// recursion adds positive numbers and divides; an error of B(k-1) reaches B(k) only shrunk by 1 - B(k), so that after
/// 10,000 steps the relative error is below 10⁻¹¹. The differences that could cancel, m - a, are made in integers. A number
/// of people counts as enough only when the share is above the target by ``margin``, far more than the error: rounding can
/// cost one person more where the exact share lies within a billionth of the target, and never one too few.
public enum ErlangC {
    /// More people than any counter has; a load that needs more is a typing error.
    public static let largestTeam = 10_000
    /// How far above its target a share must be.
    static let margin = 1e-9

    /// What visitors meet with so many people at a counter; nil when the people cannot keep up: then the queue grows as long
    /// as the counter is open, and no average exists. Without visitors nobody waits.
    public static func service(_ load: CounterLoad, agents: Int, within seconds: Int) -> CounterService? {
        guard agents >= 0, agents <= largestTeam else { return nil }
        var team = Team(load)
        while team.agents < agents { team.grow() }
        return team.service(within: seconds)
    }

    /// The fewest people with whom the target is met; nil when even ``largestTeam`` would not do.
    ///
    /// The share grows with every person more, so the first number that is enough is the fewest. Time O(people).
    public static func staffing(_ load: CounterLoad, for target: WaitTarget) -> CounterService? {
        var team = Team(load)
        let wanted = Double(target.sharePermille) / 1000 + margin
        while team.agents <= largestTeam {
            if let share = team.answeredShare(within: target.seconds), share >= wanted {
                return team.service(within: target.seconds)
            }
            team.grow()
        }
        return nil
    }
}

extension ErlangC {
    /// A number of people at a counter, and Erlang's B for it, which the next number is reckoned from.
    struct Team {
        let load: CounterLoad
        private(set) var agents = 0
        private var blocking = 1.0

        init(_ load: CounterLoad) {
            self.load = load
        }

        private var erlang: Double { Double(load.workSeconds) / Double(load.openSeconds) }

        /// (m - a) · open time, exactly.
        private var spareSeconds: Int { agents * load.openSeconds - load.workSeconds }

        mutating func grow() {
            agents += 1
            let offered = erlang * blocking
            blocking = offered / (Double(agents) + offered)
        }

        /// P(wait); nil when the team cannot keep up.
        var waitProbability: Double? {
            if load.visitors == 0 { return 0 }
            guard spareSeconds > 0 else { return nil }
            // m - a·(1 - B) = (m - a) + a·B, two positive numbers.
            let spare = Double(spareSeconds) / Double(load.openSeconds)
            return Double(agents) * blocking / (spare + erlang * blocking)
        }

        /// P(wait ≤ t).
        func answeredShare(within seconds: Int) -> Double? {
            waitProbability.map { 1 - $0 * decay(over: max(seconds, 0)) }
        }

        /// In seconds.
        var averageWait: Double? {
            waitProbability.map { waiting in
                waiting == 0
                    ? 0 : waiting * Double(load.handlingSeconds) * Double(load.openSeconds) / Double(spareSeconds)
            }
        }

        /// e^(-(m - a)·t ÷ h)
        private func decay(over seconds: Int) -> Double {
            guard load.visitors > 0 else { return 0 }
            let spare = Double(spareSeconds) * Double(seconds)
            return Decay.exponential(spare / (Double(load.openSeconds) * Double(load.handlingSeconds)))
        }

        func service(within seconds: Int) -> CounterService? {
            guard let waiting = waitProbability, let average = averageWait,
                let answered = answeredShare(within: seconds)
            else { return nil }
            return CounterService(
                agents: agents, waitingPermille: Int((waiting * 1000).rounded()),
                averageWaitSeconds: Int(average.rounded()),
                answeredPermille: Int((min(max(answered, 0), 1) * 1000).rounded(.down)),
                occupancyPermille: agents == 0 ? 0 : load.workSeconds * 1000 / (agents * load.openSeconds))
        }
    }
}
