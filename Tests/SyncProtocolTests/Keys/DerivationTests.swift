import Negotiation
import SyncProtocol
import Testing

@Suite struct DerivationTests {
    /// Computed apart with Python's hashlib.
    @Test func derivedIDMatchesItsDefinition() throws {
        let agency = try #require(AgencyCode("disdik"))
        let operation = try #require(OperationID(text: Samples.nodeText))
        let id = DerivedID.make(agency: agency, operation: operation, number: 2)
        #expect(id.text == "762abd99-8f2e-8858-ae52-253f5c8821c7")
        #expect(DerivedID.make(agency: agency, operation: operation, number: 3) != id)
        #expect(DerivedID.make(agency: try #require(AgencyCode("dinkes")), operation: operation, number: 2) != id)
    }

    /// Computed apart with Python's hmac.
    @Test func personTagMatchesItsDefinition() {
        #expect(
            PersonTag.make(nip: "199001012015031001", key: [UInt8](repeating: 5, count: 32))
                == "f6103765ec92fb620d8622b39b1bb549c7f33fa7f3b7f3fb6ae7410bdc1f9fcb")
    }

    @Test func attachmentIsNamedBySaltAndBytes() {
        let attachment = SyncProtocol.Attachment(salt: [UInt8](repeating: 3, count: 32), bytes: [1, 2, 0, 255])
        #expect(attachment.name == "d87901a9c43379c2e33e2380c6d80cc63fbbb94fd9ba631f5e63df232991da50")
        #expect(SyncProtocol.Attachment.make([1]).name != SyncProtocol.Attachment.make([1]).name)
    }
}
