extension ListingProblem {
    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .notInForce(let status, let day):
            Label(
                "该名单在 \(day) 的状态是“\(status.title.chinese)”，当日不得据此列入任何主体。请核对名单依据。",
                "On \(day) the list is “\(status.title.english)” and may list nobody. Check what it rests on.")
        case .decidedElsewhere:
            Label(
                "该名单由其他机关认定，本市只接收，不告知、不听证、不审批。请由认定机关办理，决定后按数据报送接收。",
                "The list is decided elsewhere; the city takes it over and neither notifies, hears nor approves. "
                    + "Leave it to the deciding organ and take over its decision by handing in its data.")
        case .notYourList:
            Label("该名单不由贵单位认定。请移送认定单位。", "The list is not your organ’s to decide. Pass the matter to whose it is.")
        case .kindNotListed:
            Label(
                "仅作记录的名单不列入任何主体，不走本程序。", "A list that only records lists nobody and is not kept by this procedure.")
        case .subjectNotNamed(let target):
            Label(
                "该名单没有依据列入“\(target.title.chinese)”。没有写明依据的不得列入；请核对列入对象。",
                "The list names no law for listing “\(target.title.english)”, and without one nobody is listed. "
                    + "Check whom the list may hold.")
        case .personsWait:
            Label(
                "自然人须单独告知、答辩、决定，其资料须加密保存；加密档案尚未启用，目前不能在此办理。",
                "A natural person has a notice, answer and decision of their own, kept encrypted. The encrypted files "
                    + "are not in use yet, so it cannot be done here.")
        case .minor: Label("未成年人不得列入名单。请撤回。", "A minor is never listed. Take it back.")
        case .postNotHeld:
            Label(
                "违法行为发生时该人员不在所写职务上，不得列为责任人员。请核对任职起止日期。",
                "The post was not held when it happened, so the person does not answer for it. Check the days in office."
            )
        case .targetDoesNotFit(let target):
            Label(
                "主体的代码与“\(target.title.chinese)”不符。请核对代码和对象类别。",
                "The subject’s code does not fit “\(target.title.english)”. Check code and kind of subject.")
        case .missing(let what): Label("请填写\(what.chinese)。", "Fill in \(what.english).")
        case .noticeOwed:
            Label(
                "列入该名单须事先书面告知，不能省略。请先制发告知书。", "Notice is owed before listing and cannot be left out. Draw it up first.")
        case .answerTermUnknown:
            Label(
                "规则包没有该名单的申辩期限。请在告知书中写明所依据的条文和天数；没有写明之前不能继续。",
                "The time to answer is not known for this list. Name the article and the days in the notice; until then "
                    + "the case cannot go on.")
        case .answerTermRuns(let last):
            Label(
                "申辩期到 \(last) 届满，在此之前不得作出列入决定。请于次日起继续。",
                "The time to answer ends on \(last); nothing may be decided before. Go on from the day after.")
        case .answerTermUnclear(let year):
            Label(
                "申辩期跨入 \(year) 年，当年日历尚未载入，不能确定是否届满。请载入日历后继续。",
                "The time to answer runs into \(year), whose calendar is not loaded, so its end is not known. Load it first."
            )
        case .hearingOwed:
            Label(
                "当事人要求听证，尚未举行。请举行听证，或者依条文写明不予听证的理由。",
                "A hearing was asked for. Hold it, or name the article and reason for none.")
        case .otherStep(let step):
            Label("现在应由“\(step.chinese)”环节签署。", "It is the turn of “\(step.english)” to sign.")
        case .sameOfficer:
            Label(
                "本环节须由另一名经办人办理，不得自己审核自己经办的事项。", "Another officer must do this; nobody reviews what they did themselves."
            )
        case .otherOrgan: Label("您不属于该案的认定单位。", "You do not belong to the organ that decides the case.")
        case .consentOfOwn: Label("同意须由上级机关作出，请填写上级机关名称。", "The consent must be a superior’s; name the superior organ.")
        case .measureNotListed(let code):
            Label(
                "“\(code)”不在当日有效的全国失信惩戒措施基础清单内，不得采取。请删除。",
                "“\(code)” is not in the national list of that day. Remove it.")
        case .measureNotTold(let code):
            Label(
                "“\(code)”没有在告知书中告知过，不得写入决定。请删除，或者重新告知。",
                "“\(code)” was not told in the notice. Remove it, or give notice again.")
        case .endTooLong(let longest):
            Label(
                "有效期超过该名单的期限，最长到 \(longest)。请提前。",
                "The end lies after the list’s term, which ends on \(longest). Set it earlier."
            )
        case .endOfOtherForm:
            Label(
                "终止方式与该名单的规定不符。请按规则包中该名单的期限填写。",
                "The end is of another form than the list’s term. Follow the term that the pack has for the list.")
        case .termUnknown:
            Label(
                "该名单的列入期限没有核到，核到并写入规则包之前不得列入。",
                "The list’s term is not known; until it is read and stands in the pack nobody is listed.")
        case .dayTooEarly(let day): Label("日期不能早于 \(day)。", "The day may not lie before \(day).")
        case .exitUnknown(let exit):
            Label("该名单没有“\(exit.title.chinese)”这种退出情形。", "The list knows no exit “\(exit.title.english)”.")
        case .termNotOver(let last): Label("期限到 \(last) 届满，尚未届满。", "The term ends on \(last) and is not over.")
        case .noRecordKind:
            Label(
                "该名单没有对应的信用信息类别，不能在本站公示。请在规则包中补充 record。",
                "The list has no kind of record, so it cannot be published here. Add `record` to the pack.")
        case .published: Label("已经公示。", "It is published already.")
        case .noProcedure:
            Label(
                "规则包没有该名单当日的认定程序。请在 procedures 中补充。",
                "The pack has no procedure for the list on that day. Add it to `procedures`.")
        case .outOfOrder: Label("案件不在该环节，请刷新后按顺序办理。", "The case does not stand there; look again and go step by step.")
        case .underWay(let id):
            Label("该主体已有同一名单的案件 \(id)，请在该案办理。", "The subject has a case on the list already, \(id); go on there.")
        case .recordUnknown(let id):
            Label("没有该主体的记录“\(id)”，请核对编号。", "There is no record “\(id)” of the subject; check the id.")
        case .noService:
            Label(
                "送达日期不成立：不能早于发出之日；公告送达须满三十日。",
                "The service is none: not before it was begun, and an announcement takes thirty days.")
        case .notClean(let found):
            Label(
                "该主体有在效的不良信息或者在列的失信名单“\(found)”，不得列入守信、荣誉名单；已在列的请移出。",
                "Something adverse stands against the subject, “\(found)”, so it is on no list of merit. Drop the case, or "
                    + "take it off the list.")
        case .traderByMerit:
            Label(
                "个体工商户、个人独资企业是从业的自然人，不按守信程度列名单。请撤回。",
                "Sole traders and sole proprietorships are persons in trade and never listed by merit. Take it back.")
        case .dayAhead(let day):
            Label("日期 \(day) 晚于今日，不得预先填写。", "The day \(day) lies ahead; nothing is dated in advance.")
        case .endless:
            Label("有效期不得写成长期（2099 年及以后）。请写明实际的终止之日。", "2099 means no end, and an entry has one. Name its last day.")
        case .reviewTooLate(let longest):
            Label("复核日期过远，最迟到 \(longest)。请提前。", "The review is too far ahead; it is due by \(longest). Set it earlier.")
        case .baseFallen(let record):
            Label(
                "所依托的记录“\(record)”已被撤销、撤回或者失效，不得据此继续。请不予列入，已在列的请移出。",
                "The record “\(record)” that it rests on was annulled, withdrawn or undone, so nothing rests on it. Drop the "
                    + "case, or take the subject off the list.")
        case .contested(let record):
            Label(
                "所依托的记录“\(record)”正在异议处理中，冻结期内不得作出列入决定。请待异议办结后继续。",
                "An objection to the record “\(record)” is open; nothing is decided on it until then. Go on afterwards."
            )
        }
    }
}
