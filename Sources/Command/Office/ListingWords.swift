import Credit

extension Listing {
    /// Whether nothing is left to be done.
    var isClosed: Bool {
        switch stage {
        case .left, .dropped: true
        default: false
        }
    }

    /// 申辩期时限, from service of the notice on; it has ended where what was answered was weighed.
    var clock: CaseClock? {
        guard var clock = notified?.clock else { return nil }
        for event in events {
            switch event.step {
            case .weighed, .dropped: try? clock.finish(on: event.day)
            default: break
            }
        }
        return clock
    }

    /// The notice with its answers, once it was served.
    var notified: ListingNotified? {
        switch stage {
        case .notified(let notified): notified
        case .weighed(let weighed): weighed.notified
        case .agreed(let agreed): agreed.weighed.notified
        case .cleared(let cleared): cleared.weighed.notified
        case .decided(let decided): decided.cleared.weighed.notified
        case .standing(let standing), .left(let standing, _): standing.decided.cleared.weighed.notified
        case .candidate, .drawn, .dropped: nil
        }
    }

    /// The notice, once it was drawn up.
    var notice: ListingNotice? {
        if case .drawn(let drawn) = stage { return drawn.notice }
        return notified?.drawn.notice
    }

    /// 签署 or 退回, by the name of the step that the case gives it.
    fileprivate func words(of signature: ListingSignature) -> Label {
        let chains = events.reversed().compactMap { event in
            if case .weighed(let weighing) = event.step { weighing.chain } else { nil }
        }
        let step = chains.joined().first { $0.code == signature.step }?.title ?? Label(signature.step, signature.step)
        return signature.agrees
            ? Label("签署（\(step.chinese)）：\(signature.opinion)", "Signed (\(step.english)): \(signature.opinion)")
            : Label("退回（\(step.chinese)）：\(signature.opinion)", "Sent back (\(step.english)): \(signature.opinion)")
    }

    /// The decision, once there is one.
    var decision: ListingDecision? {
        if case .decided(let decided) = stage { return decided.decision }
        return entry?.decision
    }

    /// The entry, while it stands and afterwards.
    var entry: ListingStanding? {
        switch stage {
        case .standing(let standing), .left(let standing, _): standing
        default: nil
        }
    }
}

extension ListingEvent {
    /// What was done, in words; a step of the sign-off is named as the case names it.
    func words(in listing: Listing) -> Label {
        switch step {
        case .opened: Label("提出拟列入", "Proposed")
        case .noticeDrawn(let notice):
            Label("制发告知书 \(notice.paper.number)", "Notice drawn up, \(notice.paper.number)")
        case .noticeServed(let service):
            Label("告知书\(service.way.title.chinese)，\(service.served) 送达", "Notice served on \(service.served)")
        case .answered(let answer):
            answer.wantsHearing
                ? Label("收到陈述申辩，要求听证", "Answer received; a hearing was asked for") : Label("收到陈述申辩", "Answer received")
        case .hearingHeld(let hearing): Label("\(hearing.held) 举行听证", "Hearing held on \(hearing.held)")
        case .weighed(let weighing): Label("核实意见：\(weighing.opinion)", "Weighed: \(weighing.opinion)")
        case .signed(let signature):
            listing.words(of: signature)
        case .consented(let consent):
            Label("\(consent.organ)同意，\(consent.paper.number)", "Consent of \(consent.organ), \(consent.paper.number)")
        case .decided(let decision):
            Label("作出列入决定 \(decision.paper.number)", "Decided, \(decision.paper.number)")
        case .decisionServed(let service):
            Label("决定书\(service.way.title.chinese)，\(service.served) 送达", "Decision served on \(service.served)")
        case .published: Label("公示", "Published")
        case .reviewed(let review): Label("复核：\(review.reason)", "Reviewed: \(review.reason)")
        case .left(let exit):
            Label(
                "移出（\(exit.ground.title.chinese)），\(exit.paper.number)：\(exit.reason)",
                "Left (\(exit.ground.title.english)), \(exit.paper.number): \(exit.reason)")
        case .dropped(let reason): Label("不予列入：\(reason)", "Not listed: \(reason)")
        }
    }
}
