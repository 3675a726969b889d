import Credit
import HTTPTypes
import Hummingbird

/// Letters, their register and the volume of a case.
extension OfficeTurn {
    func letterPage(_ id: String, _ session: OfficeSession) async throws -> Answer {
        try await page(OfficeLetterPage(bar: bar(session, .queue), shown: try await letter(id, session)))
    }

    func register(_ session: OfficeSession) async throws -> Answer {
        let year = visit.target.value("year").flatMap { Int($0) }
        let register = try await entrance.run { try $0.letterRegister(year: year, for: session) }
        return try await page(
            RegisterPage(bar: bar(session, .register), register: register, rules: portal.rules))
    }

    func letterFile(_ file: OfficeRoute.LetterFile, of id: String, _ session: OfficeSession) async throws -> Answer {
        switch file {
        case .document:
            let shown = try await letter(id, session)
            let language = visit.language.language
            guard let paper = OfficeLetterPage.paper(of: shown.letter, in: language) else {
                throw OfficeRefusal.nothingThere
            }
            return attachment(
                PaperDocument.bytes(paper, language: language), type: AnswerForm.document.type,
                name: paper.file + ".docx")
        case .scan:
            _ = try await letter(id, session)
            guard let scan = try await entrance.run({ try $0.scan(ofLetter: id, for: session) }) else {
                throw OfficeRefusal.nothingThere
            }
            let ending = scan.type == "application/pdf" ? "pdf" : scan.type == "image/png" ? "png" : "jpg"
            return attachment(scan.bytes, type: scan.type, name: "letter-\(id).\(ending)")
        }
    }

    func volume(_ id: String, _ session: OfficeSession) async throws -> Answer {
        // A volume is a look at its case.
        _ = try await sheet(id, session)
        guard let bytes = try await entrance.run({ try $0.volume(ofCase: id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        return attachment(bytes, type: "application/zip", name: "volume-\(id).zip")
    }

    private func letter(_ id: String, _ session: OfficeSession) async throws -> OfficeLetter {
        guard let letter = try await entrance.run({ try $0.letter(id, for: session) }) else {
            throw OfficeRefusal.nothingThere
        }
        // So is a letter.
        _ = try await sheet(letter.letter.numbering.caseID, session)
        return letter
    }

    private func attachment(_ bytes: [UInt8], type: String, name: String) -> Answer {
        let name = PercentEncoding.encode(name.utf8)
        return Answer(
            type: type, bytes: bytes, caching: .never,
            more: [(.disposition, "attachment; filename=\"\(name)\"")])
    }
}
