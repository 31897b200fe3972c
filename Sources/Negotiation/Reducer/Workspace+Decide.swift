import StrictJSON

extension Workspace {
    mutating func decide() throws -> Outcome {
        guard let kind = OperationKind(rawValue: operation.kind) else {
            throw Refusal(.unknownKind, [("kind", .string(operation.kind))])
        }
        try check(kind)
        return try proposed(kind) ?? act(kind)
    }

    /// What must hold of every operation of a kind before it is looked at.
    func check(_ kind: OperationKind) throws {
        if kind.isCreating {
            guard operation.record == RecordID(operation.id) else {
                throw BodyError(path: "/record", expected: "the operation's own id: it makes the record")
            }
            guard try record(operation.record) == nil else { throw Refusal(.exists) }
        }
        if kind != .regionFound {
            try checkRight(kind)
        }
        try checkDepth()
    }

    /// Does what the operation asks for.
    mutating func act(_ kind: OperationKind) throws -> Outcome {
        switch kind {
        case .regionFound: try foundRegion()
        case .coordinatorBoot: try boot()
        case .epochBegin: try beginEpoch()
        case .outcomeChange: try tellOfChange()
        case .agencyAdd: try addAgency()
        case .nodeInvite: try inviteNode()
        case .nodeJoin: try joinNode()
        case .nodeEnroll: try enrollNode()
        case .nodeReplace: try replaceNode()
        case .nodeRestore: try restoreNode()
        case .nodeAlarm: try raiseAlarm()
        case .policyApply: try applyPolicy()
        case .dayAdvance: try advanceDay()
        case .reorganisationApply: try reorganise()
        case .reorganisationWithdraw: try withdrawReorganisation()
        case .cardPost: try postCard()
        case .cardEdit: return try editCard()
        case .cardOpen: try openCard()
        case .cardClose: try closeCard()
        case .cardCheck: try checkCard()
        case .cardContest: try contestCard()
        case .needPublish: try publishNeed()
        case .surgeDeclare: try declareSurge()
        case .surgeEnd: try endSurge()
        case .vacancyOpen: try openVacancy()
        case .vacancyEdit: return try editVacancy()
        case .vacancyWithdraw: try withdrawVacancy()
        case .vacancyRank: try rankOffers()
        case .requestFile: try fileRequest()
        case .requestAnswer: try answerRequest()
        case .requestWithdraw: try withdrawRequest()
        case .standbyPost: try postStandby()
        case .standbyWithdraw: try withdrawStandby()
        case .standbyCall: try callStandby()
        case .offerPropose: try makeOffer(by: .home)
        case .offerAsk: try makeOffer(by: .receiving)
        case .offerOpen: try openOffer()
        case .offerPerson: try recordPerson()
        case .offerCheck: try checkAgain()
        case .offerAgree: try agree()
        case .offerCounter: try counter()
        case .offerRefuse: try refuse()
        case .offerWithdraw: try withdrawOffer()
        case .offerDecide: try decideContested()
        case .offerDisclose: try disclose()
        case .offerMove: try moveOffer()
        case .packageOpen: try openPackage()
        case .packageDecide: try decidePackage()
        case .packageWithdraw: try withdrawPackage()
        case .documentIssue: try issueDocument()
        case .trainingRequire: try requireTraining()
        case .trainingConfirm: try confirmTraining()
        case .transferBrief: try takeStep("brief")
        case .transferHandover: try takeStep("handover")
        case .transferStep: try takeStep(try body.requiredString("step", maxBytes: Route.codeLimit))
        case .transferStart: try startTransfer()
        case .transferExtend: try extendSecondment()
        case .transferRecall: try recallSecondment()
        case .transferNote: try notePerformance()
        case .transferObject: try object()
        case .transferDecide: try decideObjection()
        case .transferCancel: try cancelTransfer()
        case .transferFile: try sendFile()
        case .transferReceive: try receiveFile()
        case .roundOpen: try openRound()
        case .roundList: try listRound()
        case .roundFreeze: try freezeRound()
        case .roundChange: try changeRound()
        case .roundUndo: try undoChange()
        case .roundClose: try closeRound()
        case .conflictResolve: return try resolveConflict()
        case .behalfRecord: return try recordOnBehalf()
        case .proposalConfirm: return try confirmProposal()
        case .proposalRefuse: try refuseProposal()
        }
        return Outcome(.accepted)
    }

    /// A record embeds bodies some levels down, and must itself stay within what a reader of JSON accepts.
    private func checkDepth() throws {
        guard body.depth <= Operation.bodyDepthLimit else {
            throw BodyError(
                path: "/body", expected: "at most \(Operation.bodyDepthLimit) objects and arrays in each other")
        }
    }

    private func checkRight(_ kind: OperationKind) throws {
        let isCoordinator = context.author.isCoordinator
        switch kind.right {
        case .coordinator:
            guard isCoordinator else { throw Refusal.notAllowed("coordinator") }
        case .deskOrCoordinator:
            guard try isCoordinator || author == region().desk else { throw Refusal.notAllowed("desk") }
        case .desk:
            guard try !isCoordinator && author == region().desk else { throw Refusal.notAllowed("desk") }
        case .registry:
            try checkRegistry()
        case .anyNode:
            guard !isCoordinator else { throw Refusal.notAllowed("agency") }
        }
    }

    /// Staff data, and cards with it, are the registry's alone.
    func checkRegistry() throws {
        // An agency without a node writes by letter, and its registry is whoever records that.
        guard operation.letter == nil else { return }
        guard try !context.author.isCoordinator && agency(author)?.agency.registry?.id == context.author.node else {
            throw Refusal.notAllowed("registry")
        }
    }
}
