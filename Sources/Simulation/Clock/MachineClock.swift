import Synchronization

/// The clock of one machine: the true time of the simulation with an error of its own.
final class MachineClock: Sendable {
    enum Fault: Equatable, Sendable {
        case none
        case offset(milliseconds: Int)
        /// It shows one moment for good: a dead battery shows 1970.
        case stuck(at: Int)
    }

    private struct State {
        var truth: Int
        var fault = Fault.none
    }

    private let state: Mutex<State>

    /// `truth` is in milliseconds since 1970.
    init(truth: Int) {
        state = Mutex(State(truth: truth))
    }

    func advance(to truth: Int) {
        state.withLock { $0.truth = truth }
    }

    func set(_ fault: Fault) {
        state.withLock { $0.fault = fault }
    }

    var fault: Fault {
        state.withLock { $0.fault }
    }

    /// What the machine believes: never before 1970.
    var milliseconds: Int {
        state.withLock { state in
            switch state.fault {
            case .none: state.truth
            case .offset(let offset): max(state.truth + offset, 0)
            case .stuck(let moment): moment
            }
        }
    }
}
