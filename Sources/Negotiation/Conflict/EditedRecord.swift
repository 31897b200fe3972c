/// A record of field groups that its agency edits.
enum EditedRecord {
    case card(Card)
    case vacancy(Vacancy)

    var id: RecordID {
        switch self {
        case .card(let card): card.id
        case .vacancy(let vacancy): vacancy.id
        }
    }

    var kind: RecordKind {
        switch self {
        case .card: .card
        case .vacancy: .vacancy
        }
    }

    var agency: AgencyCode {
        switch self {
        case .card(let card): card.agency
        case .vacancy(let vacancy): vacancy.agency
        }
    }

    var isEnded: Bool {
        switch self {
        case .card(let card): card.ended != nil
        case .vacancy(let vacancy): vacancy.ended != nil
        }
    }

    /// Names that the reducer writes and no edit may.
    var reserved: [String] {
        switch self {
        case .card: Card.reserved
        case .vacancy: Vacancy.reserved
        }
    }

    var groups: FieldGroups {
        get {
            switch self {
            case .card(let card): card.groups
            case .vacancy(let vacancy): vacancy.groups
            }
        }
        set {
            switch self {
            case .card(var card):
                card.groups = newValue
                self = .card(card)
            case .vacancy(var vacancy):
                vacancy.groups = newValue
                self = .vacancy(vacancy)
            }
        }
    }

    /// The record's own rules; throws ``BodyError``.
    func check() throws {
        switch self {
        case .card(let card): try card.check()
        case .vacancy(let vacancy): try vacancy.check()
        }
    }
}
