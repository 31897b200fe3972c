import Negotiation
import Testing

struct UUIDBytesTests {
    @Test func textFormRoundTrips() throws {
        let text = "0192f0c1-7a3b-7c00-8000-0123456789ab"
        let uuid = try #require(UUIDBytes(text: text))
        #expect(uuid.text == text)
        #expect(UUIDBytes(bytes: uuid.bytes) == uuid)
    }

    @Test(arguments: [
        "", "0192F0C1-7A3B-7C00-8000-0123456789AB", "0192f0c17a3b7c0080000123456789ab",
        "0192f0c1-7a3b-7c00-8000-0123456789a", "0192f0c1-7a3b-7c00-8000-0123456789abc",
        "0192f0c1_7a3b-7c00-8000-0123456789ab", "0192f0c1-7a3b-7c00-8000-0123456789ag",
    ])
    func anyOtherFormIsRefused(text: String) {
        #expect(UUIDBytes(text: text) == nil)
    }

    @Test func orderIsThatOfTheBytes() throws {
        let low = try #require(UUIDBytes(text: "00000000-0000-0001-ffff-ffffffffffff"))
        let high = try #require(UUIDBytes(text: "00000000-0000-0002-0000-000000000000"))
        #expect(low < high)
        #expect(!(high < low))
    }
}
