import Credit

/// 表头文字: a heading as it is compared: without width, case, brackets' kind, line breaks, numbering and the remarks
/// that templates write into it (必填, 选填).
struct HeadingText: Hashable {
    /// The whole heading, folded.
    let whole: String
    /// The heading without what stands in brackets.
    let bare: String

    init(_ text: String) {
        var folded = ByteFolding.key(text)
        for remark in ["(必填)", "(选填)", "(必选)", "(可选)", "(必填项)", "(选填项)"] {
            folded = folded.replacing(remark, with: "")
        }
        folded.removeAll { "*_-—－·：:、".contains($0) }
        whole = folded
        var bare = ""
        var depth = 0
        for character in folded {
            switch character {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default: if depth == 0 { bare.append(character) }
            }
        }
        self.bare = bare
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    fileprivate func firstRange(of part: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
