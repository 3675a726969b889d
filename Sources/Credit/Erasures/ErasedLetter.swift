/// 已删文书的字号: all that stays of a letter whose content was erased with its case: its place in a register, so that the
/// register has no gap and nobody takes the number again.
public struct ErasedLetter: Sendable, Hashable {
    /// 发文字号.
    public let number: LetterNumber
    /// Place in the log of the entry that took the number, whose content went.
    public let place: Int

    /// What stays of a letter.
    public init(number: LetterNumber, place: Int) {
        self.number = number
        self.place = place
    }

    /// As texts one after another: a register and a number may hold any character.
    var texts: [String] {
        [String(place), number.organ, number.series, String(number.year), String(number.sequence), number.text]
    }

    /// - Returns: nil where these texts are none.
    init?(_ texts: ArraySlice<String>) {
        let texts = Array(texts)
        guard texts.count == ErasedLetter.width, let place = Int(texts[0]), let year = Int(texts[3]),
            let sequence = Int(texts[4]), sequence > 0
        else { return nil }
        self.init(
            number: LetterNumber(organ: texts[1], series: texts[2], year: year, sequence: sequence, text: texts[5]),
            place: place)
        // One form only: what is written another way is not what was committed to.
        guard self.texts == texts else { return nil }
    }

    static let width = 6
}
