import Testing

@testable import Terminal

struct SpanTests {
    @Test(arguments: [
        (0, "0 detik", "0 seconds"), (1, "1 detik", "1 second"), (59, "59 detik", "59 seconds"),
        (60, "1 menit", "1 minute"), (7199, "119 menit", "119 minutes"), (7200, "2 jam", "2 hours"),
        (172_799, "47 jam", "47 hours"), (172_800, "2 hari", "2 days"),
    ])
    func spansAreToldInTheLargestUnitThatHasTwo(seconds: Int, indonesian: String, english: String) {
        #expect(Language.indonesian.span(.seconds(seconds)) == indonesian)
        #expect(Language.english.span(.seconds(seconds)) == english)
    }
}
