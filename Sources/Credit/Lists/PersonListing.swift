/// 责任人员: a person who may answer for a unit's act by the post held at the time, and by no other reason (R16).
///
/// Only the unit's own listing is kept by this program so far: a person's name and document number need a file that is
/// encrypted, so this says who may be meant at all, and whoever wants to open such a case is told to wait.
public struct ResponsiblePost: Sendable, Hashable {
    /// 职务: the list's word for the post.
    public let target: Target
    /// 职务名称.
    public let post: String
    /// 任职起.
    public let from: Day
    /// 任职止; nil while held.
    public let until: Day?
    /// 依据: the law by which the list names the post.
    public let source: Source

    /// The post of a person who answers for what happened on a day.
    ///
    /// - Parameters:
    ///   - birth: the person's day of birth.
    ///   - happened: the day of what the unit is listed for.
    /// - Throws: where the list names no such post with its law, the post was not held that day, or the person was a
    ///   minor.
    public init(
        target: Target, post: String, from: Day, until: Day?, birth: Day, happened: Day, under list: ListRule
    ) throws(ListingProblem) {
        guard target.isPerson, let named = list.subjects.first(where: { $0.target == target }),
            let source = named.source
        else { throw .subjectNotNamed(target) }
        guard happened >= birth.adding(months: 18 * 12) else { throw .minor }
        guard from <= happened, until.map({ happened <= $0 }) ?? true else { throw .postNotHeld }
        self.target = target
        self.post = post
        self.from = from
        self.until = until
        self.source = source
    }
}

/// 责任人员拟列入: a person's own case beside the unit's: an own notice, an own answer, an own decision (R4). It is bound to
/// an entry of the unit that stands, and has no way to be kept yet.
public struct PersonCandidate: Sendable, Hashable {
    /// Id of the unit's case.
    public let unit: String
    /// The post held at the time.
    public let post: ResponsiblePost

    /// A person who may be listed beside a unit.
    public init(unit: ListingStanding, post: ResponsiblePost) {
        self.unit = unit.id
        self.post = post
    }

    /// 提出拟列入: refused until persons' files are sealed.
    public func propose() throws(ListingProblem) -> Never { throw .personsWait }
}
