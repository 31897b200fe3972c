import Personnel
import Terminal
import Testing

struct LanguageTests {
    @Test func argumentComesBeforeEnvironmentBeforeRegion() {
        #expect(Language.choose(argument: "en", environment: "id", region: "id") == .english)
        #expect(Language.choose(environment: "en_US.UTF-8", region: "id") == .english)
        #expect(Language.choose(argument: "fr", region: "en") == .english)
        #expect(Language.choose() == .indonesian)
    }

    @Test func datesAndNumbersAreWrittenAsTheLanguageDoes() throws {
        let date = try #require(CivilDate(iso: "2026-08-05"))
        let today = try #require(CivilDate(iso: "2026-08-02"))
        #expect(Language.indonesian.date(date) == "5 Agustus 2026")
        #expect(Language.english.date(date) == "5 August 2026")
        #expect(Language.indonesian.deadline(date, today: today) == "5 Agustus 2026 (3 hari lagi)")
        #expect(Language.indonesian.deadline(today, today: date) == "2 Agustus 2026 (lewat 3 hari)")
        #expect(Language.english.deadline(date, today: date) == "5 August 2026 (today)")
        #expect(Language.indonesian.number(1_234_567) == "1.234.567")
        #expect(Language.english.number(-1234) == "-1,234")
        #expect(Language.indonesian.number(.min) == "-9.223.372.036.854.775.808")
    }

    @Test func placesAreFilledOnceAndNeverReadAgain() {
        let sentence = Sentence("{a} dan {b}", "{a} and {b}")
        #expect(sentence.text(.english, [("a", "{b}"), ("b", "x")]) == "{b} and x")
        #expect(sentence.text(.indonesian, [("a", "1")]) == "1 dan ?")
    }
}
