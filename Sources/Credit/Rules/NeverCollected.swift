/// 禁止归集: what no pack may ever declare (R2); it stands in code because a pack must not be able to allow it.
///
/// Some of it protects natural persons only: a firm's notice of unpaid tax is lawful. The last group is conduct that
/// may not enter anybody's credit record without legislation.
///
/// - Source: 征信业管理条例 第十四条; 个人信息保护法 第二十八条; 城市信用监测预警指标 2020 版 (不得纳入信用记录的行为).
public enum NeverCollected {
    /// 禁止事项: the word that was found and the law that stands against it.
    public struct Ban: Hashable, Sendable {
        /// The word found in the name.
        public let word: String
        /// The law, with its article.
        public let law: String
    }

    /// What stands against collecting something of this name; nil where nothing does.
    ///
    /// The name is compared without regard to case; a Chinese word counts wherever it stands, an English one only as
    /// a word of its own, so that “general” holds no “gene”.
    public static func ban(on name: String, ofPersons: Bool) -> Ban? {
        let bytes = Array(name.lowercased().utf8)
        let words = [0x20] + bytes.map { (0x61...0x7A).contains($0) ? $0 : 0x20 } + [0x20]
        for group in groups where ofPersons || !group.personsOnly {
            for word in group.words where (word.isEnglish ? words : bytes).holds(word.bytes) {
                return Ban(word: word.text, law: group.law)
            }
        }
        return nil
    }

    private struct Word {
        let text: String
        let isEnglish: Bool
        let bytes: [UInt8]

        init(_ text: String) {
            self.text = text
            isEnglish = text.utf8.first.map { $0 < 0x80 } ?? false
            bytes = isEnglish ? [0x20] + Array(text.utf8) + [0x20] : Array(text.utf8)
        }
    }

    private static let groups = banned.map {
        (law: $0.law, personsOnly: $0.personsOnly, words: $0.words.map(Word.init))
    }

    private static let banned: [(law: String, personsOnly: Bool, words: [String])] = [
        (
            "征信业管理条例第十四条第一款", true,
            [
                "宗教信仰", "基因", "指纹", "血型", "疾病", "病史", "病历",
                "religion", "gene", "genes", "genetic", "fingerprint", "blood", "disease", "illness", "medical history",
            ]
        ),
        (
            "个人信息保护法第二十八条", true,
            [
                "人脸", "面部识别", "虹膜", "声纹", "掌纹", "生物识别", "行踪轨迹", "金融账户", "银行账号",
                "biometric", "biometrics", "face recognition", "iris", "voiceprint", "whereabouts", "bank account",
            ]
        ),
        (
            "征信业管理条例第十四条第二款", true,
            [
                "个人收入", "收入", "存款", "有价证券", "商业保险", "不动产", "纳税数额", "纳税额",
                "income", "deposit", "deposits", "securities", "commercial insurance", "real estate", "tax amount",
            ]
        ),
        (
            "无法律法规依据不得纳入信用记录的行为", false,
            [
                "信访", "上访", "拆迁", "闯红灯", "不文明养犬", "垃圾分类", "物业费", "无偿献血",
                "petitioning", "jaywalking", "dog keeping", "waste sorting", "property fee",
            ]
        ),
    ]
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return false }
        return (0...(count - part.count)).contains { start in
            self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
        }
    }
}
