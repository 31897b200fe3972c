/// Why a check came to its outcome; the raw value is a stable code that stands on the wire and is never reused.
public enum RuleReason: String, Hashable, Sendable, CaseIterable {
    // Any rule
    case notInRoute = "not-in-route"
    /// Stands for a code that this version does not know.
    case ofLaterVersion = "of-a-later-version"
    /// The check was made before there was an offer.
    case noPostNamed = "no-post-named"
    case notCheckedHere = "not-checked-here"
    /// The move was agreed in a letter: no program had the staff data before it.
    case onPaper = "on-paper"
    case notSetByPolicy = "not-set-by-policy"
    case postKindUnknown = "post-kind-unknown"

    // R1 employment
    case permanentServant = "permanent-servant"
    case probationer = "probationer"
    case contractOutsideInstansi = "contract-outside-instansi-counts-as-resignation"
    case contractInsideInstansi = "contract-inside-instansi-needs-policy"
    case contractMayMove = "contract-may-move-inside"
    case contractMayNotMove = "contract-may-not-move-inside"
    case contractEndUnknown = "contract-end-unknown"
    case contractEndsFirst = "contract-ends-before-secondment"
    case contractCoversSecondment = "contract-covers-secondment"
    case secondmentEndUnknown = "secondment-end-unknown"
    case employmentUnknown = "employment-unknown"

    // R2 term in the present post
    case termServed = "term-served"
    case termNotServed = "term-not-served"
    case dueForRotation = "due-for-rotation"
    case termUnknown = "term-unknown"
    case termNotAsked = "term-not-asked"

    // R3 vacancy
    case seatFree = "seat-free"
    case seatFreed = "seat-freed"
    case noSeatFree = "no-seat-free"
    case needNotAboveHolders = "need-not-above-holders"
    case needUnknown = "need-unknown"

    // R4 analyses of both posts
    case analysesExist = "analyses-exist"
    case analysisMissing = "analysis-missing"
    case analysisUnknown = "analysis-unknown"

    // R5 appraisals
    case appraisalsGood = "appraisals-good"
    case appraisalBelowBaik = "appraisal-below-baik"
    case appraisalMissing = "appraisal-missing"

    // R6 discipline
    case noSanction = "no-sanction"
    case sanctionRunning = "sanction-running"
    case sanctionEndUnknown = "sanction-end-unknown"
    case caseOpen = "discipline-case-open"
    case disciplineUnknown = "discipline-unknown"

    // R7 sanctions of the last years
    case noSanctionRecent = "no-recent-sanction"
    case sanctionRecent = "recent-sanction"

    // R8 study and leave
    case noStudyOrLeave = "no-study-or-leave"
    case onStudyAssignment = "on-study-assignment"
    case underServiceBond = "under-service-bond"
    case onLeaveOutsideState = "on-leave-outside-state"
    case leaveUnknown = "leave-unknown"

    // R9 clearance
    case clearanceValid = "clearance-valid"
    case clearanceExpired = "clearance-expired"
    case clearanceMissing = "clearance-missing"
    case clearanceUnknown = "clearance-unknown"

    // R10 education, service and age for the level; R11 grade; R13 box
    case notStructural = "not-structural"
    case eselonUnknown = "eselon-unknown"
    case ladderUnknown = "ladder-unknown"
    case levelReached = "level-reached"
    case levelNotReached = "level-not-reached"
    case levelUnknown = "level-unknown"
    case gradeReached = "grade-reached"
    case gradeNotReached = "grade-not-reached"
    case gradeUnknown = "grade-unknown"
    case notAPromotion = "not-a-promotion"
    case boxReached = "box-reached"
    case boxNotReached = "box-not-reached"
    case boxUnknown = "box-unknown"

    // R12 competence
    case competenceMet = "competence-met"
    case competenceNear = "competence-near"
    case competenceBelow = "competence-below"
    case competenceFarBelow = "competence-far-below"
    case competenceUnknown = "competence-unknown"
    case noStandard = "no-competence-standard"

    // R14 age of the assessment
    case assessmentFresh = "assessment-fresh"
    case assessmentOld = "assessment-old"
    case assessmentUnknown = "assessment-unknown"

    // R15 own request to another instansi
    case insideInstansi = "inside-instansi"
    case serviceReached = "service-reached"
    case serviceNotReached = "service-not-reached"
    case serviceUnknown = "service-unknown"

    // R16 election
    case notAnOfficial = "not-an-official"
    case outsideElection = "outside-election"
    case electionBan = "election-ban"
    case ministerPermits = "minister-permits"
    case electionUnknown = "election-calendar-unknown"

    // R17 standing of the deciding head
    case headDefinitive = "head-definitive"
    case headNotDefinitive = "head-not-definitive"
    case headUnknown = "head-unknown"
    case considerationRecorded = "consideration-recorded"

    // R18 board opinion
    case opinionRecorded = "opinion-recorded"
    case opinionUnfavourable = "opinion-unfavourable"
    case opinionMissing = "opinion-missing"

    // R19 agreement of home and receiver
    case bothAgree = "both-agree"
    case differentPosts = "different-posts"
    case refused = "refused"
    case silent = "silent"
    case refusalGoesToCoordinator = "refusal-goes-to-coordinator"
    case silenceGoesToCoordinator = "silence-goes-to-coordinator"

    // R20 retirement
    case retirementFar = "retirement-far"
    case retiresSoon = "retires-soon"
    case retirementUnknown = "retirement-unknown"

    // R21 one post
    case onePost = "one-post"
    case heldElsewhere = "held-elsewhere"
    case secondDutyRunning = "second-duty-running"
    case twoDefinitivePosts = "two-definitive-posts"
    case postUnknown = "post-unknown"

    // R22 conflict of interest
    case noConflictDeclared = "no-conflict-declared"
    case conflictDeclared = "conflict-declared"
    case conflictNotDeclared = "conflict-not-declared"

    // R23 floor
    case floorKept = "floor-kept"
    case belowFloor = "below-floor"
    case donorBelowFloor = "donor-below-floor"
    case donorInRush = "donor-in-rush"
    case soleHolder = "sole-holder"
    case floorUnknown = "floor-unknown"
    case needUnpublished = "need-unpublished"

    // R24 training
    case noTrainingRequired = "no-training-required"
    case trainingConfirmed = "training-confirmed"
    case trainingPlanned = "training-planned"
    case trainingMissing = "training-missing"

    // R25 acting holder
    case notActing = "not-acting"
    case actingFits = "acting-fits"
    case actingTooLong = "acting-too-long"
    case actingElsewhere = "acting-in-another-unit"
    case actingTooHigh = "acting-too-high"
    case actingUnknown = "acting-unknown"

    // R26 certificates
    case noCertificateRequired = "no-certificate-required"
    case certificatesValid = "certificates-valid"
    case certificateMissing = "certificate-missing"
    case certificateExpired = "certificate-expired"
    case certificatesUnknown = "certificates-unknown"
    case certificateForOtherPlace = "certificate-for-other-place"

    // R27 functional post
    case notFunctional = "not-functional"
    case samePost = "same-post"
    case entryReached = "entry-reached"
    case entryNotReached = "entry-not-reached"
    case entryUnknown = "entry-conditions-unknown"
}
