/// 认定问题: why a step of a listing cannot be taken.
public enum ListingProblem: CaseProblem, Hashable {
    /// The list may list nobody on that day.
    case notInForce(ListStatus, Day)
    /// It is decided elsewhere.
    case decidedElsewhere
    /// It belongs to another organ.
    case notYourList
    /// Lists of this kind are not kept by this procedure.
    case kindNotListed
    /// The list does not name subjects of this kind, or names no law for a person in trade.
    case subjectNotNamed(Target)
    /// A natural person needs a file that is sealed, which is not there yet.
    case personsWait
    /// The person is a minor.
    case minor
    /// The post was not held when it happened.
    case postNotHeld
    /// The subject is not what the list's word says.
    case targetDoesNotFit(Target)
    /// Something must be filled in.
    case missing(Label)
    /// Notice is owed and cannot be left out.
    case noticeOwed
    /// Nobody knows how long the time to answer is.
    case answerTermUnknown
    /// The time to answer is not over.
    case answerTermRuns(Day)
    /// Whether the time to answer is over cannot be known.
    case answerTermUnclear(year: Int)
    /// A hearing was asked for and has not been held.
    case hearingOwed
    /// The step is not the one whose turn it is.
    case otherStep(Label)
    /// Two who must differ are one.
    case sameOfficer
    /// The officer acts for another organ.
    case otherOrgan
    /// The superior cannot be the organ itself.
    case consentOfOwn
    /// The measure is not in the national list in force.
    case measureNotListed(String)
    /// The measure was not told in the notice.
    case measureNotTold(String)
    /// The end lies after the list's term.
    case endTooLong(Day)
    /// The end is of another form than the list's term.
    case endOfOtherForm
    /// The list's term is not known.
    case termUnknown
    /// The day lies before what it follows.
    case dayTooEarly(Day)
    /// The list knows no such exit.
    case exitUnknown(ListExit)
    /// The term is not over.
    case termNotOver(Day)
    /// The list has no kind of record.
    case noRecordKind
    /// It is published already.
    case published
    /// The pack has no procedure for the list on that day.
    case noProcedure
    /// The case does not stand where the step belongs.
    case outOfOrder
    /// Another case of the subject on the list is open, or it stands there.
    case underWay(String)
    /// The record is not held, or is about somebody else.
    case recordUnknown(String)
    /// The service is none.
    case noService
    /// The day lies after today.
    case dayAhead(Day)
    /// The last day is one that means no end.
    case endless
    /// The day of review lies too far ahead.
    case reviewTooLate(Day)
    /// A record that it rests on was annulled, undone or withdrawn.
    case baseFallen(String)
    /// An objection to a record that it rests on is open.
    case contested(String)
    /// Something adverse stands against a listing by merit.
    case notClean(String)
    /// A person in trade is never listed by merit.
    case traderByMerit

    /// Code of the problem.
    public var code: String {
        switch self {
        case .notInForce: "LIST-101"
        case .decidedElsewhere: "LIST-102"
        case .notYourList: "LIST-103"
        case .kindNotListed: "LIST-104"
        case .subjectNotNamed: "LIST-105"
        case .personsWait: "LIST-106"
        case .minor: "LIST-107"
        case .postNotHeld: "LIST-108"
        case .targetDoesNotFit: "LIST-109"
        case .missing: "LIST-110"
        case .noticeOwed: "LIST-111"
        case .answerTermUnknown: "LIST-112"
        case .answerTermRuns: "LIST-113"
        case .answerTermUnclear: "LIST-114"
        case .hearingOwed: "LIST-115"
        case .otherStep: "LIST-116"
        case .sameOfficer: "LIST-117"
        case .otherOrgan: "LIST-118"
        case .consentOfOwn: "LIST-119"
        case .measureNotListed: "LIST-120"
        case .endTooLong: "LIST-121"
        case .endOfOtherForm: "LIST-122"
        case .termUnknown: "LIST-123"
        case .dayTooEarly: "LIST-124"
        case .exitUnknown: "LIST-125"
        case .termNotOver: "LIST-126"
        case .noRecordKind: "LIST-127"
        case .published: "LIST-128"
        case .noProcedure: "LIST-129"
        case .outOfOrder: "LIST-130"
        case .noService: "LIST-131"
        case .measureNotTold: "LIST-132"
        case .underWay: "LIST-133"
        case .recordUnknown: "LIST-134"
        case .dayAhead: "LIST-135"
        case .endless: "LIST-136"
        case .reviewTooLate: "LIST-137"
        case .baseFallen: "LIST-138"
        case .contested: "LIST-139"
        case .notClean: "LIST-140"
        case .traderByMerit: "LIST-141"
        }
    }
}
