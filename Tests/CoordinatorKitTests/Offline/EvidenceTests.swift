import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct EvidenceTests {
    private static func fingerprint(_ region: TestRegion) -> String {
        InvitationLine.fingerprint(of: region.keys.signing.publicKey)
    }

    @Test func everyDecisionIsProvenByItsFile() async throws {
        let (region, _) = try await JournalVerifierTests.region()
        let head = try region.store.read { try $0.head() }
        for position in 1...head.position {
            let made = try #require(
                try EvidenceExport.make(position: position, from: region.store, keys: region.keys))
            let verdict = try EvidenceFile(parsing: made.encoded).check(
                fingerprint: String(Self.fingerprint(region).prefix(32)))
            let entry = try #require(try region.store.read { try $0.entry(at: position) })
            #expect(verdict.entry.position == position)
            #expect(verdict.operation.id == entry.operation)
            #expect(verdict.checkpoint.head.position == head.position)
            let found = try EvidenceExport.positions(of: entry.operation, in: region.store)
            #expect(found.contains(position))
        }
        #expect(try EvidenceExport.make(position: head.position + 1, from: region.store, keys: region.keys) == nil)
    }

    @Test func anyChangedByteOfWhatIsProvenIsFound() async throws {
        let (region, _) = try await JournalVerifierTests.region()
        let made = try #require(try EvidenceExport.make(position: 8, from: region.store, keys: region.keys))
        let bytes = made.encoded
        let fingerprint = Self.fingerprint(region)
        let checked = try EvidenceFile(parsing: bytes).check(fingerprint: fingerprint)
        for offset in stride(from: 0, to: bytes.count, by: 7) {
            var changed = bytes
            changed[offset] ^= 1
            // A change that leaves the same statements, as in the name of a member nobody knows, changes nothing.
            guard let file = try? EvidenceFile(parsing: changed),
                let verdict = try? file.check(fingerprint: fingerprint)
            else { continue }
            #expect(verdict.entry.encoded == checked.entry.encoded, "offset \(offset)")
            #expect(verdict.checkpoint == checked.checkpoint, "offset \(offset)")
        }
    }

    @Test func eachPartIsNeeded() async throws {
        let (region, _) = try await JournalVerifierTests.region()
        let keys = region.keys
        let made = try #require(try EvidenceExport.make(position: 8, from: region.store, keys: keys))
        let other = try #require(try EvidenceExport.make(position: 9, from: region.store, keys: keys))
        let founding = try #require(try EvidenceExport.make(position: 1, from: region.store, keys: keys))
        func fault(
            entry: EvidenceFile.Proven? = nil, bundle: [UInt8]? = nil, signer: EvidenceFile.Proven?? = nil,
            checkpoint: Checkpoint? = nil, fingerprint: String? = nil
        ) -> EvidenceFault? {
            let file = EvidenceFile(
                region: made.region, coordinatorKey: made.coordinatorKey, checkpoint: checkpoint ?? made.checkpoint,
                entry: entry ?? made.entry, bundle: bundle ?? made.bundle, signer: signer ?? made.signer)
            do {
                _ = try file.check(fingerprint: fingerprint ?? Self.fingerprint(region))
                return nil
            } catch {
                return error as? EvidenceFault
            }
        }
        #expect(fault() == nil)
        #expect(fault(fingerprint: String(repeating: "0", count: 64)) == .key)
        #expect(fault(fingerprint: "") == .key)
        let forged = Checkpoint.make(
            region: "kota-uji", epoch: 1, position: 11, root: made.checkpoint.root, day: nil, key: .generate())
        #expect(fault(checkpoint: forged) == .checkpoint)
        #expect(fault(entry: EvidenceFile.Proven(bytes: made.entry.bytes, proof: [])) == .entry)
        #expect(fault(entry: EvidenceFile.Proven(bytes: other.entry.bytes, proof: made.entry.proof)) == .entry)
        #expect(fault(bundle: founding.bundle) == .bundle)
        #expect(fault(signer: .some(nil)) == .signature)
        #expect(fault(signer: founding.entry) == .signer)
        #expect(fault(signer: other.entry) == .signer)
    }
}
