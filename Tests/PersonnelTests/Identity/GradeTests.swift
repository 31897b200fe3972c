import Personnel
import Testing

struct GradeTests {
    @Test func everyGradeIsReadBackFromItsText() {
        #expect(Grade.all.count == 34)
        for grade in Grade.all {
            #expect(Grade(parsing: grade.text) == grade)
        }
    }

    @Test(arguments: [("III/A", "III/a"), ("iii.a", "III/a"), ("IVe", "IV/e"), ("ix", "IX"), ("I", "I")])
    func usualSpellingsAreRead(text: String, expected: String) {
        #expect(Grade(parsing: text)?.text == expected)
    }

    @Test(arguments: ["", "/", "V/a", "III/e", "IIII", "XVIII", "3a", "III a"])
    func otherTextIsNoGrade(text: String) {
        #expect(Grade(parsing: text) == nil)
    }

    @Test func laddersAreOrderedButNotAgainstEachOther() throws {
        #expect(try grade("III/b").isAtLeast(grade("III/b")) == true)
        #expect(try grade("III/b").isAtLeast(grade("III/a")) == true)
        #expect(try grade("II/d").isAtLeast(grade("III/a")) == false)
        #expect(try grade("X").isAtLeast(grade("IX")) == true)
        #expect(try grade("X").isAtLeast(grade("III/a")) == nil)
    }

    @Test func rangeTakesItsBoundsOnly() throws {
        let range = try #require(GradeRange(lowest: grade("II/c"), highest: grade("III/b")))
        #expect(
            try ["II/b", "II/c", "III/b", "III/c", "VII"].map { try range.contains(grade($0)) } == [
                false, true, true, false, nil,
            ])
        #expect(GradeRange(lowest: try grade("III/b"), highest: try grade("II/c")) == nil)
        #expect(GradeRange(lowest: try grade("II/c"), highest: try grade("IX")) == nil)
    }

    @Test func rankOutsideTheLadderIsRefused() {
        #expect(Grade(ladder: .pns, rank: 0) == nil)
        #expect(Grade(ladder: .pppk, rank: 18) == nil)
    }
}
