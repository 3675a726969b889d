/// 全国公共信用信息基础目录: one edition of the list of what may enter a credit record at all.
public struct CatalogueEdition: Coded, Hashable {
    /// 版本: the edition's year.
    public let code: String
    /// 名称: its title.
    public let title: Label
    /// 施行日期: the first day it binds.
    public let from: Day
    /// What it rests on.
    public let source: Source
    /// 类别: its classes, in the edition's own order.
    public let classes: [Class]

    /// An edition and its classes.
    public init(code: String, title: Label, from: Day, source: Source, classes: [Class]) {
        self.code = code
        self.title = title
        self.from = from
        self.source = source
        self.classes = classes
    }

    /// The class of a code; nil where this edition has none, and then nothing of it may be collected.
    public subscript(code: String) -> Class? { classes.first { $0.code == code } }

    /// 目录类别: one class of public credit information.
    public struct Class: Coded, Hashable {
        /// The code, the same in every edition.
        public let code: String
        /// 序号: its number in this edition.
        public let number: Int
        /// 名称: its name in this edition.
        public let name: Label
        /// 说明: what it holds, or what is still to be checked.
        public let note: Label?

        /// A class of an edition.
        public init(code: String, number: Int, name: Label, note: Label? = nil) {
            self.code = code
            self.number = number
            self.name = name
            self.note = note
        }
    }
}
