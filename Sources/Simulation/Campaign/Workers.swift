import Dispatch
import Foundation
import Synchronization

/// Pieces of work on several threads, each piece on one of them; what comes of them is handed over in the order of the pieces,
/// so that nothing shows how many threads there were.
enum Workers {
    private final class Shelf<Answer: Sendable>: Sendable {
        struct State {
            var next = 0
            var done: [Int: Answer] = [:]
        }

        let state = Mutex(State())
        let arrived = DispatchSemaphore(value: 0)
    }

    /// What a run needs at most, with room: the default of a secondary thread is half a megabyte.
    private static let stackBytes = 16 << 20

    /// Returns when every answer was handed over; `each` runs on the caller's thread, beside the others' work.
    static func run<Pieces: RandomAccessCollection & Sendable, Answer: Sendable>(
        _ pieces: Pieces, jobs: Int, _ work: @escaping @Sendable (Pieces.Element) -> Answer, each: (Answer) -> Void
    ) where Pieces.Element: Sendable {
        let shelf = Shelf<Answer>()
        let count = pieces.count
        for _ in 0..<min(max(jobs, 1), count) {
            let thread = Thread {
                while let piece = shelf.state.withLock({ Self.take(&$0.next, of: count) }) {
                    let answer = work(pieces[pieces.index(pieces.startIndex, offsetBy: piece)])
                    shelf.state.withLock { $0.done[piece] = answer }
                    shelf.arrived.signal()
                }
            }
            thread.stackSize = stackBytes
            thread.start()
        }
        var handedOver = 0
        while handedOver < count {
            shelf.arrived.wait()
            while let answer = shelf.state.withLock({ $0.done.removeValue(forKey: handedOver) }) {
                handedOver += 1
                each(answer)
            }
        }
    }

    private static func take(_ next: inout Int, of count: Int) -> Int? {
        guard next < count else { return nil }
        defer { next += 1 }
        return next
    }
}
