import Negotiation
import NodeKit
import Personnel
import Planning
import StrictJSON

/// The moves that were agreed and have not begun, as a transition to be dated: from the records that one agency sees.
///
/// Where people serve now comes from the newest check of their card (`card check --seat`), who serves where and the floors from what
/// agencies published (`need publish`). Of a place that nobody published no floor is known, and none is kept.
public struct TransitionRecords: Sendable {
    /// What the schedule could not look at.
    public enum Gap: String, CaseIterable, Sendable {
        /// Home did not tell where the person serves: no floor there is looked at.
        case originUnknown = "origin-unknown"
        /// The unit to which the person goes was not published.
        case unpublished
    }

    public let problem: TransitionProblem
    public let gaps: [String: [Gap]]
    /// Cards by move.
    public let cards: [String: RecordID]
    /// `Post, Unit (agency)` by place.
    public let names: [PlaceID: String]
    /// What is agreed as the first day, by move.
    public let agreed: [String: CivilDate]

    /// How far a schedule looks.
    static let horizonDays = 365

    struct Choice {
        /// Also offers on this round's list that no decree has ended yet.
        var round: Round?
        var startDays = StartCalendar.StartDays.workingDay
        /// Working days that an open course takes from today on.
        var trainingDays = 10
        var seasons: [BusySeason] = []
        var policy: Policy
        var today: CivilDate
    }

    init(_ records: VisibleRecords, needs: [UnitNeed], forecasts: [NeedForecast], _ choice: Choice) throws {
        var maker = TransitionMaker(records, choice)
        maker.takeMoves()
        maker.takePlaces(needs)
        maker.takeForecasts(forecasts)
        do {
            problem = try TransitionProblem(
                firstDay: choice.today, lastDay: choice.today.adding(days: Self.horizonDays),
                calendar: StartCalendar(startDays: choice.startDays), places: maker.places, moves: maker.moves,
                knownChanges: maker.changes, seasons: choice.seasons)
        } catch let refusal {
            throw CommandError.transition(refusal)
        }
        gaps = maker.gaps
        cards = maker.cards
        names = maker.names
        agreed = maker.agreed
    }
}

extension CommandError {
    static func transition(_ refusal: TransitionRefusal) -> CommandError {
        let faults = refusal.faults.prefix(5).map { "\($0.code.rawValue) \($0.subject)" }.joined(separator: "; ")
        return CommandError(
            .badArgument,
            Sentence("Data mutasi tidak dapat dijadwalkan: {faults}.", "The moves cannot be dated: {faults}."),
            advice: Sentence(
                "Perbaiki syarat pada usulannya dengan offer counter.",
                "Correct the terms of the offer with offer counter."),
            values: [("faults", faults)])
    }
}
