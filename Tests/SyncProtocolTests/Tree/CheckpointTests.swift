import SyncProtocol
import Testing

@Suite struct CheckpointTests {
    private static let key = SigningKey.generate()

    static func checkpoint(day: String? = "2026-03-02") -> Checkpoint {
        Checkpoint.make(
            region: "kota-uji", epoch: 2, position: 9, root: TreeHash.leaf([1]), day: day, key: key)
    }

    @Test func readsBackAsItWasMade() throws {
        for made in [Self.checkpoint(), Self.checkpoint(day: nil)] {
            let read = try Checkpoint(parsing: made.text)
            #expect(read == made)
            #expect(read.verifies(region: "kota-uji", key: Self.key.publicKey))
        }
    }

    @Test func anotherKeyOrRegionDoesNotVerify() {
        let checkpoint = Self.checkpoint()
        #expect(!checkpoint.verifies(region: "kota-uji", key: SigningKey.generate().publicKey))
        #expect(!checkpoint.verifies(region: "kota", key: Self.key.publicKey))
    }

    @Test func everyChangedByteIsFound() {
        let bytes = Array(Self.checkpoint().text.utf8)
        for offset in bytes.indices {
            var changed = bytes
            changed[offset] ^= 1
            guard let text = String(validating: changed, as: UTF8.self),
                let read = try? Checkpoint(parsing: text)
            else { continue }
            #expect(!read.verifies(region: "kota-uji", key: Self.key.publicKey), "offset \(offset)")
        }
    }

    @Test func aWitnessMaySignBeneathIt() throws {
        let witnessed = Self.checkpoint().text + "\u{2014} witness.example AAAAAAAA\n"
        let read = try Checkpoint(parsing: witnessed)
        #expect(read.verifies(region: "kota-uji", key: Self.key.publicKey))
        #expect(read.text == witnessed)
    }
}
