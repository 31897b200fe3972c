import Glibc
import Synchronization
import Testing

@testable import NodeKit

@Suite struct JoinableThreadTests {
    private final class Count: Sendable {
        let value = Atomic<Int>(0)
    }

    /// What libraries keep for a thread is freed by such functions, after its body.
    @Test func nothingOfTheThreadIsLeftWhenItIsJoined() throws {
        var key = pthread_key_t()
        try #require(
            pthread_key_create(&key) { kept in
                guard let kept else { return }
                // Long enough for whoever waits for the body alone to be early.
                for _ in 0..<100 { sched_yield() }
                Unmanaged<Count>.fromOpaque(kept).takeRetainedValue().value.add(1, ordering: .sequentiallyConsistent)
            } == 0)
        defer { pthread_key_delete(key) }
        let (count, ofThread) = (Count(), key)
        for turn in 1...20 {
            let thread = try JoinableThread {
                pthread_setspecific(ofThread, Unmanaged.passRetained(count).toOpaque())
            }
            thread.join()
            thread.join()
            #expect(count.value.load(ordering: .sequentiallyConsistent) == turn)
        }
    }
}
