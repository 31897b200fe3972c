/// Why a check came to its outcome; the raw value is a stable code that stands on the wire and is never reused.
public enum RuleReason: String, Hashable, Sendable, CaseIterable {
    // Any rule
    case notInRoute = "not-in-route"
    case notCheckedHere = "not-checked-here"

    // R1 employment
    case permanentServant = "permanent-servant"
    case probationer = "probationer"
    case contractOutsideInstansi = "contract-outside-instansi-counts-as-resignation"
    case contractInsideInstansi = "contract-inside-instansi-needs-policy"
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
    case noSeatFree = "no-seat-free"
    case needNotAboveHolders = "need-not-above-holders"
    case needUnknown = "need-unknown"

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

    // R8 study and leave
    case noStudyOrLeave = "no-study-or-leave"
    case onStudyAssignment = "on-study-assignment"
    case underServiceBond = "under-service-bond"
    case onLeaveOutsideState = "on-leave-outside-state"
    case leaveUnknown = "leave-unknown"

    // R12 competence
    case competenceMet = "competence-met"
    case competenceNear = "competence-near"
    case competenceBelow = "competence-below"
    case competenceFarBelow = "competence-far-below"
    case competenceUnknown = "competence-unknown"
    case noStandard = "no-competence-standard"

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

    // R21 one post
    case onePost = "one-post"
    case heldElsewhere = "held-elsewhere"
    case secondDutyRunning = "second-duty-running"
    case twoDefinitivePosts = "two-definitive-posts"
    case postUnknown = "post-unknown"

    // R24 training
    case noTrainingRequired = "no-training-required"
    case trainingConfirmed = "training-confirmed"
    case trainingPlanned = "training-planned"
    case trainingMissing = "training-missing"

    // R26 certificates
    case noCertificateRequired = "no-certificate-required"
    case certificatesValid = "certificates-valid"
    case certificateMissing = "certificate-missing"
    case certificateExpired = "certificate-expired"
    case certificatesUnknown = "certificates-unknown"
    case certificateForOtherPlace = "certificate-for-other-place"
}
