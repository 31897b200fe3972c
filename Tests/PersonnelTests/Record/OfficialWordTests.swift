import Personnel
import Testing

struct OfficialWordTests {
    @Test(arguments: [
        ("S-1/Sarjana", EducationLevel.bachelor), ("s1", .bachelor), ("SLTA Kejuruan", .upperSecondary),
        ("SMA", .upperSecondary),
        ("Diploma III/Sarjana Muda", .diplomaThree), ("D-IV", .diplomaFour), ("Diploma IV", .diplomaFour),
        ("S-3/Doktor", .doctor), ("Sekolah Dasar", .primary),
    ])
    func educationIsRead(text: String, level: EducationLevel) {
        #expect(EducationLevel(parsing: text) == level)
    }

    @Test func diplomaFourCountsAsBachelor() {
        #expect(EducationLevel.diplomaFour.meets(.bachelor))
        #expect(EducationLevel.bachelor.meets(.diplomaFour))
        #expect(!EducationLevel.diplomaThree.meets(.diplomaFour))
        #expect(!EducationLevel.bachelor.meets(.master))
        #expect(EducationLevel.allCases == EducationLevel.allCases.sorted())
        #expect(EducationLevel(parsing: "S-4") == nil)
        #expect(EducationLevel(parsing: "") == nil)
    }

    @Test(arguments: [
        (SKPRating.Expectation.above, SKPRating.Expectation.above, SKPRating.sangatBaik),
        (.above, .meets, .baik), (.meets, .above, .baik), (.meets, .meets, .baik),
        (.above, .below, .kurang), (.meets, .below, .kurang),
        (.below, .above, .butuhPerbaikan), (.below, .meets, .butuhPerbaikan), (.below, .below, .sangatKurang),
    ])
    func quadrantGivesTheRating(
        results: SKPRating.Expectation, behaviour: SKPRating.Expectation, rating: SKPRating
    ) {
        #expect(SKPRating(results: results, behaviour: behaviour) == rating)
    }

    @Test func ratingAndExpectationAreRead() {
        #expect(SKPRating(parsing: "BUTUH PERBAIKAN") == .butuhPerbaikan)
        #expect(SKPRating(parsing: "Sangat Baik") == .sangatBaik)
        #expect(SKPRating(parsing: "sangat-kurang") == .sangatKurang)
        #expect(SKPRating(parsing: "Cukup") == nil)
        #expect(SKPRating.Expectation(parsing: "Diatas Ekspektasi") == .above)
        #expect(SKPRating.Expectation(parsing: "Di Atas Ekspektasi") == .above)
        #expect(SKPRating.Expectation(parsing: "sesuai ekspektasi") == .meets)
        #expect(SKPRating.Expectation(parsing: "Dibawah Ekspektasi") == .below)
        #expect(SKPRating.Expectation(parsing: "Ekspektasi") == nil)
    }

    @Test func postWordsAreRead() {
        #expect(Eselon(parsing: "IV/a") == .fourthA)
        #expect(Eselon(parsing: "22") == .secondB)
        #expect(Eselon(parsing: "II.c") == nil)
        #expect(FunctionalLevel(parsing: "AHLI MADYA") == .middleExpert)
        #expect(FunctionalLevel(parsing: "Muda") == .youngExpert)
        #expect(FunctionalLevel(parsing: "Ahli") == nil)
        #expect(Leave.Kind(parsing: "Tugas Belajar") == .studyAssignment)
        #expect(Sanction.Level(parsing: "Hukuman Disiplin Sedang") == .medium)
    }

    @Test func retirementAgeComesFromThePost() {
        func age(_ eselon: Eselon?, _ level: FunctionalLevel?, stated: Int? = nil) -> Int {
            Post(id: "P", name: "P", kind: .structural, eselon: eselon, level: level, retirementAge: stated)
                .retirementAge
        }
        #expect(age(.secondB, nil) == 60)
        #expect(age(.thirdA, nil) == 58)
        #expect(age(nil, .youngExpert) == 58)
        #expect(age(nil, .middleExpert) == 60)
        #expect(age(nil, .principalExpert) == 65)
        #expect(age(nil, nil) == 58)
        #expect(age(nil, .principalExpert, stated: 70) == 70)
    }
}
