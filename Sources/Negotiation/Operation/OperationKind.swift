/// Every kind of operation that this version decides: `noun.verb` of the command that writes it.
public enum OperationKind: String, Sendable, CaseIterable {
    case regionFound = "region.found"
    case coordinatorBoot = "coordinator.boot"
    case epochBegin = "epoch.begin"
    case outcomeChange = "outcome.change"
    case agencyAdd = "agency.add"
    case nodeInvite = "node.invite"
    case nodeJoin = "node.join"
    case nodeEnroll = "node.enroll"
    case nodeReplace = "node.replace"
    case nodeRestore = "node.restore"
    case nodeAlarm = "node.alarm"
    case policyApply = "policy.apply"
    case dayAdvance = "day.advance"
    case reorganisationApply = "reorganisation.apply"
    case reorganisationWithdraw = "reorganisation.withdraw"
    case cardPost = "card.post"
    case cardEdit = "card.edit"
    case cardOpen = "card.open"
    case cardClose = "card.close"
    case cardCheck = "card.check"
    case cardContest = "card.contest"
    case needPublish = "need.publish"
    case surgeDeclare = "surge.declare"
    case surgeEnd = "surge.end"
    case vacancyOpen = "vacancy.open"
    case vacancyEdit = "vacancy.edit"
    case vacancyWithdraw = "vacancy.withdraw"
    case vacancyRank = "vacancy.rank"
    case requestFile = "request.file"
    case requestAnswer = "request.answer"
    case requestWithdraw = "request.withdraw"
    case standbyPost = "standby.post"
    case standbyWithdraw = "standby.withdraw"
    case standbyCall = "standby.call"
    case offerPropose = "offer.propose"
    case offerAsk = "offer.ask"
    case offerOpen = "offer.open"
    case offerPerson = "offer.person"
    case offerCheck = "offer.check"
    case offerAgree = "offer.agree"
    case offerCounter = "offer.counter"
    case offerRefuse = "offer.refuse"
    case offerWithdraw = "offer.withdraw"
    case offerDecide = "offer.decide"
    case offerDisclose = "offer.disclose"
    case offerMove = "offer.move"
    case packageOpen = "package.open"
    case packageDecide = "package.decide"
    case packageWithdraw = "package.withdraw"
    case documentIssue = "document.issue"
    case trainingRequire = "training.require"
    case trainingConfirm = "training.confirm"
    case transferBrief = "transfer.brief"
    case transferHandover = "transfer.handover"
    case transferStep = "transfer.step"
    case transferStart = "transfer.start"
    case transferExtend = "transfer.extend"
    case transferRecall = "transfer.recall"
    case transferNote = "transfer.note"
    case transferObject = "transfer.object"
    case transferDecide = "transfer.decide"
    case transferCancel = "transfer.cancel"
    case transferFile = "transfer.file"
    case transferReceive = "transfer.receive"
    case roundOpen = "round.open"
    case roundList = "round.list"
    case roundFreeze = "round.freeze"
    case roundChange = "round.change"
    case roundUndo = "round.undo"
    case roundClose = "round.close"
    case conflictResolve = "conflict.resolve"
    case behalfRecord = "behalf.record"
    case proposalConfirm = "proposal.confirm"
    case proposalRefuse = "proposal.refuse"

    /// Who may author it at all; whose record it must be is the decision's own question.
    public enum Right: Sendable, Equatable {
        case coordinator
        case deskOrCoordinator
        case desk
        /// The node of an agency that holds its staff rows.
        case registry
        case anyNode
    }

    public var right: Right {
        switch self {
        case .regionFound, .coordinatorBoot, .epochBegin, .outcomeChange, .nodeJoin, .nodeEnroll, .nodeReplace,
            .nodeRestore, .nodeAlarm:
            .coordinator
        case .agencyAdd, .dayAdvance: .deskOrCoordinator
        case .reorganisationApply, .reorganisationWithdraw, .nodeInvite, .policyApply, .standbyCall, .offerOpen,
            .offerDecide, .offerMove, .packageDecide, .documentIssue, .transferCancel, .transferDecide, .behalfRecord,
            .roundOpen,
            .roundList,
            .roundFreeze,
            .roundChange, .roundUndo, .roundClose:
            .desk
        case .cardPost, .cardEdit, .cardOpen, .cardClose, .cardCheck, .cardContest, .needPublish,
            .standbyPost,
            .offerCheck, .transferFile, .transferReceive:
            .registry
        case .surgeDeclare, .surgeEnd, .vacancyOpen, .vacancyEdit, .vacancyWithdraw, .vacancyRank, .requestFile,
            .requestAnswer, .requestWithdraw,
            .standbyWithdraw, .offerPropose, .offerAsk, .offerPerson, .offerAgree, .offerCounter, .offerRefuse,
            .offerWithdraw, .offerDisclose, .packageOpen, .packageWithdraw, .trainingRequire, .trainingConfirm,
            .transferBrief, .transferHandover, .transferStep, .transferStart, .transferExtend, .transferRecall,
            .transferNote, .transferObject, .conflictResolve, .proposalConfirm, .proposalRefuse:
            .anyNode
        }
    }

    /// Whether it is an agency's own statement, which can also come in its signed letter.
    public var isAgencysOwn: Bool {
        switch self {
        case .proposalConfirm, .proposalRefuse: false
        default: right == .anyNode || right == .registry
        }
    }

    /// Whether a policy can ask that two persons stand behind it: what the coordinator writes has no person, and a confirmation
    /// is the second one already.
    public var mayNeedTwoPersons: Bool {
        switch self {
        case .proposalConfirm, .proposalRefuse, .dayAdvance: false
        default: right != .coordinator
        }
    }

    /// Whether it makes a record whose id is the operation's own.
    public var isCreating: Bool {
        switch self {
        case .regionFound, .agencyAdd, .nodeInvite, .policyApply, .reorganisationApply, .cardPost, .surgeDeclare,
            .vacancyOpen,
            .requestFile, .standbyPost, .roundOpen, .offerPropose, .offerAsk, .offerOpen, .packageOpen, .documentIssue,
            .trainingRequire:
            true
        default: false
        }
    }
}
