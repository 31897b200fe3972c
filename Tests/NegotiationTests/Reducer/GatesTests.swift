import StrictJSON
import Testing

@testable import Negotiation

@Suite struct GatesTests {
    @Test func anEditOfTheStandardOpensAndShutsTheGatesOfADecreedTransfer() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let card = try town.post("dukcapil", person: 1)
        let transfer = try town.decreed(try town.agreed("dukcapil", card, "perizinan", vacancy))
        let (low, high) = (#"{"levels":{"layanan":3,"izin":3}}"#, #"{"levels":{"layanan":3,"izin":4}}"#)
        try town.expect(try town.editing("perizinan", vacancy, "standard", was: low, now: high))
        #expect(try town.transfer(transfer).openGates == ["brief", "handover", "training"])
        try town.expect(try town.editing("perizinan", vacancy, "standard", was: high, now: low))
        #expect(try town.transfer(transfer).openGates == ["brief", "handover"])
    }

    @Test func anEditOfTheCardsLevelsOpensTheGatesOfADecreedTransfer() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let card = try town.post("dukcapil", person: 1)
        let transfer = try town.decreed(try town.agreed("dukcapil", card, "perizinan", vacancy))
        let was = #"{"levels":{"layanan":4,"izin":3}}"#
        try town.expect(
            try town.editing(
                "dukcapil", card, "competences", was: was, now: #"{"levels":{"layanan":4,"izin":2}}"#,
                kind: "card.edit"))
        #expect(try town.transfer(transfer).openGates == ["brief", "handover", "training"])
    }
}
