import Negotiation
import SyncProtocol
import Testing

/// The exchange table, row by row, from a node whose exchange 4 and bundle 2 were answered.
@Suite struct ExchangeStateTests {
    let last: SyncProtocol.Bundle
    let state: ExchangeState

    init() throws {
        last = try Samples.bundle(number: 2, previous: Samples.hash)
        state = ExchangeState(
            exchange: 4, nonce: Samples.otherNonce, bundleNumber: 2, bundleHash: last.hash,
            instance: try Samples.instance())
    }

    func verdict(
        exchange: Int, lastNonce: String, nonce: String = Samples.nonce, bundle: SyncProtocol.Bundle? = nil
    ) throws -> ExchangeVerdict {
        var request = try Samples.request(exchange: exchange, lastNonce: lastNonce, bundle: bundle)
        request.nonce = nonce
        return state.verdict(for: request)
    }

    @Test func followingExchangeIsNext() throws {
        #expect(try verdict(exchange: 5, lastNonce: Samples.otherNonce) == .next)
        let next = try Samples.bundle(number: 3, previous: last.hash)
        #expect(try verdict(exchange: 5, lastNonce: Samples.otherNonce, bundle: next) == .next)
    }

    @Test func firstExchangeOfANodeIsNext() throws {
        let fresh = ExchangeState(
            exchange: 0, nonce: "", bundleNumber: 0, bundleHash: Bundle.none, instance: try Samples.instance())
        #expect(fresh.verdict(for: try Samples.request()) == .next)
        #expect(fresh.verdict(for: try Samples.request(bundle: try Samples.bundle())) == .next)
        #expect(fresh.verdict(for: try Samples.request(exchange: 2)) == .stale)
        #expect(fresh.verdict(for: try Samples.request(lastNonce: Samples.nonce)) == .stale)
    }

    @Test func lostReplyIsRepeated() throws {
        for bundle in [last, nil] {
            let verdict = try verdict(
                exchange: 4, lastNonce: Samples.nonce, nonce: Samples.otherNonce, bundle: bundle)
            #expect(verdict == .repeated)
        }
    }

    @Test func lostReplyWithAnotherBundleIsStale() throws {
        for bundle in [
            try Samples.bundle(number: 3, previous: last.hash), try Samples.bundle(number: 2, previous: Bundle.none),
            try Samples.bundle(number: 1),
        ] {
            let verdict = try verdict(
                exchange: 4, lastNonce: Samples.nonce, nonce: Samples.otherNonce, bundle: bundle)
            #expect(verdict == .stale)
        }
    }

    @Test func olderExchangesOtherNoncesAndJumpsAreStale() throws {
        #expect(try verdict(exchange: 4, lastNonce: Samples.otherNonce) == .stale)
        #expect(try verdict(exchange: 5, lastNonce: Samples.nonce) == .stale)
        #expect(try verdict(exchange: 5, lastNonce: "") == .stale)
        for exchange in [Int.min, -1, 0, 1, 2, 3, 6, 7, Int.max] {
            #expect(try verdict(exchange: exchange, lastNonce: Samples.otherNonce) == .stale)
            let again = try verdict(exchange: exchange, lastNonce: Samples.otherNonce, nonce: Samples.otherNonce)
            #expect(again == .stale)
        }
    }

    @Test func staleComesBeforeABadBundle() throws {
        #expect(
            try verdict(exchange: 6, lastNonce: Samples.otherNonce, bundle: try Samples.bundle(number: 9)) == .stale)
    }

    @Test func otherBundlesWithTheNextExchangeAreBad() throws {
        for number in [1, 2, 4, Int.max] {
            let bundle = try Samples.bundle(number: number, previous: last.hash)
            #expect(try verdict(exchange: 5, lastNonce: Samples.otherNonce, bundle: bundle) == .badBundle(.number))
        }
        let unlinked = try Samples.bundle(number: 3, previous: Samples.hash)
        #expect(try verdict(exchange: 5, lastNonce: Samples.otherNonce, bundle: unlinked) == .badBundle(.previous))
    }

    @Test func bundleOfAnotherNodeInstanceOrRegionIsForeign() throws {
        for (region, node, instance) in [
            ("kota-lain", Samples.nodeText, Samples.instanceText),
            ("kota-uji", Samples.instanceText, Samples.instanceText),
            ("kota-uji", Samples.nodeText, Samples.nodeText),
        ] {
            let bundle = Bundle.make(
                region: region, node: try #require(NodeID(text: node)),
                instance: try #require(InstanceID(text: instance)),
                number: 3, previous: last.hash, operations: [Samples.operation(1)], key: try Samples.key())
            #expect(try verdict(exchange: 5, lastNonce: Samples.otherNonce, bundle: bundle) == .badBundle(.foreign))
        }
    }

    @Test func anotherInstanceIsSupersededWhateverItSends() throws {
        let other = ExchangeState(
            exchange: 4, nonce: Samples.otherNonce, bundleNumber: 2, bundleHash: last.hash,
            instance: try #require(InstanceID(text: Samples.nodeText)))
        for exchange in [1, 4, 5, 9] {
            let request = try Samples.request(exchange: exchange, lastNonce: Samples.otherNonce, bundle: last)
            #expect(other.verdict(for: request) == .superseded)
        }
    }

    @Test func endOfTheNumbersIsNoTrap() throws {
        let worn = ExchangeState(
            exchange: .max, nonce: Samples.nonce, bundleNumber: .max, bundleHash: last.hash,
            instance: try Samples.instance())
        #expect(worn.verdict(for: try Samples.request(exchange: .max, bundle: last)) == .stale)
        #expect(
            worn.verdict(for: try Samples.request(exchange: .min, lastNonce: Samples.nonce, bundle: last)) == .stale)
    }
}
