import CoordinatorKit
import Synchronization

/// A clock that stands still until a test moves it.
final class SettableClock: Sendable {
    private let seconds: Mutex<Double>

    init(_ moment: Moment) {
        seconds = Mutex(moment.secondsSince1970)
    }

    var now: Moment { Moment(secondsSince1970: seconds.withLock { $0 }) }

    func advance(days: Int) {
        seconds.withLock { $0 += Double(days) * 86_400 }
    }
}
