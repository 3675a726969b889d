import Credit

extension RecordView: Shown {
    func show(on tape: inout Tape) {
        tape.put("id", id)
        tape.put("path", RecordPage.path(of: id))
        tape.put("kind", kind)
        tape.put("kindTitle", kindTitle)
        tape.put("family", family.rawValue)
        tape.put("familyTitle", family.title)
        tape.put("adverse", family.isAdverse)
        tape.put("department", department)
        tape.put("departmentTitle", departmentTitle)
        tape.put("decided", decided)
        tape.put("received", received)
        tape.put("timeliness", timeliness?.word)
        tape.put("timelinessTitle", timeliness?.title)
        tape.put("publication", ShownPublication(publication: publication, reason: publicationReason))
        tape.put("contested", isContested)
        tape.put("contest", contest.rawValue)
        tape.put("fields", fields)
        tape.put("version", version)
        tape.put("versions", versions)
        tape.put("position", position)
        tape.put("repair", repair)
        tape.draw { tape in
            tape.put("hasHistory", versions.count > 1)
            tape.put("headline", headline)
            tape.put("isNoted", contest == .noted)
        }
    }
}

extension Tape {
    /// A label that may be missing.
    mutating func put(_ key: StaticString, _ label: Label?) {
        put(key, label.map { language.words(of: $0) })
    }
}

/// 公示: until when a record is published, and why.
struct ShownPublication: Shown {
    let publication: Publication
    let reason: Label

    func show(on tape: inout Tape) {
        switch publication.period {
        case .until(let day) where day < Day.endless:
            tape.put("until", day)
            tape.put("standing", false)
            tape.put("withheld", String?.none)
        case .until:
            tape.put("until", Day?.none)
            tape.put("standing", publication.end.reviewBy == nil)
            tape.put("withheld", String?.none)
        case .none(let why):
            tape.put("until", Day?.none)
            tape.put("standing", false)
            tape.put("withheld", why.rawValue)
        }
        let isWithheld = if case .none = publication.period { true } else { false }
        tape.put("end", isWithheld ? nil : publication.end.word)
        tape.put("endTitle", isWithheld ? nil : publication.end.title)
        tape.put("reviewBy", isWithheld ? nil : publication.end.reviewBy)
        tape.put("reason", reason)
        tape.put("grade", publication.grade?.rawValue)
        tape.put("gradeTitle", publication.grade?.title)
        tape.put("gradeDerived", publication.grade == nil ? nil : publication.gradeDerived)
        tape.put("rule", publication.rule)
        tape.put("lastDayByRule", publication.lastDayByRule)
        tape.put("shortenedBy", publication.shortening?.rule)
        if let position = publication.shortening?.position { tape.put("shortenedAt", position) }
    }
}

extension RecordView.VersionMark: Shown {
    func show(on tape: inout Tape) {
        tape.put("number", number)
        tape.put("known", known)
        tape.put("position", position)
    }
}

extension RecordFamily {
    var title: Label {
        switch self {
        case .registry: .both("登记注册基本信息", "Registration")
        case .permit: .both("行政许可", "Administrative licences")
        case .penalty: .both("行政处罚", "Administrative penalties")
        case .listing: .both("名单信息", "List entries")
        case .honour: .both("守信激励", "Good standing")
        case .performance: .both("合同履行", "Contract performance")
        case .breach: .both("违诺信息", "Broken commitments")
        }
    }

    /// Short enough for the edge of a drawing.
    var shortTitle: Label {
        switch self {
        case .registry: .both("登记", "Registration")
        case .permit: .both("许可", "Licences")
        case .penalty: .both("处罚", "Penalties")
        case .listing: .both("名单", "Lists")
        case .honour: .both("守信", "Good standing")
        case .performance: .both("履约", "Contracts")
        case .breach: .both("违诺", "Broken")
        }
    }
}

extension Timeliness {
    var word: String {
        switch self {
        case .inTime: "in-time"
        case .late: "late"
        case .unknown: "unknown"
        }
    }

    var title: Label {
        switch self {
        case .inTime: .both("按时报送", "Handed in on time")
        case .late: .both("迟报", "Handed in late")
        case .unknown: .both("及时性未知（缺少相应年度的工作日历）", "Timeliness unknown (no calendar of that year)")
        }
    }
}

extension OffenceGrade {
    var title: Label {
        switch self {
        case .light: .both("轻微", "Light")
        case .general: .both("一般", "General")
        case .serious: .both("严重", "Serious")
        }
    }
}

extension MendedOrder: Shown {
    func show(on tape: inout Tape) {
        tape.put("organ", organ)
        tape.put("number", number)
        tape.put("day", day)
    }
}
