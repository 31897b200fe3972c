import Testing

@testable import NodeKit

struct CurlTicketTests {
    private func outcome(_ steps: (CurlTicket, CheckedContinuation<TransportReply, any Error>) -> Void) async throws
        -> Int
    {
        let ticket = CurlTicket()
        return try await withCheckedThrowingContinuation { steps(ticket, $0) }.status
    }

    @Test func firstSettlementWins() async throws {
        let status = try await outcome { ticket, continuation in
            #expect(ticket.wait(with: continuation))
            #expect(!ticket.isSettled)
            ticket.settle(.success(TransportReply(status: 200)))
            ticket.settle(.success(TransportReply(status: 500)))
            ticket.settle(.failure(.taskCancelled))
            #expect(ticket.isSettled)
        }
        #expect(status == 200)
    }

    @Test func cancellationBeforeWaitingIsKept() async {
        await #expect(throws: TransportError.taskCancelled) {
            try await outcome { ticket, continuation in
                ticket.settle(.failure(.taskCancelled))
                #expect(!ticket.wait(with: continuation))
            }
        }
    }

    @Test(arguments: [
        (Duration.zero, 1), (.nanoseconds(1), 1), (.milliseconds(1_500), 1_500), (.seconds(-5), 1),
        (.seconds(Int64.max), 2_147_482_000),
    ])
    func durationsFitLibcurlsCounters(duration: Duration, milliseconds: Int) {
        #expect(duration.curlMilliseconds == milliseconds)
        #expect(duration.curlSeconds == (milliseconds + 999) / 1_000)
    }
}
