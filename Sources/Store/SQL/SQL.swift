/// 查询语句: the text of a statement with its parameters apart, so that no value can ever be taken for a command.
///
/// Written by interpolation, `"SELECT body FROM entry WHERE position = \(position)"`: each value becomes a `?`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text, a question mark for each parameter.
    public let text: String
    /// The parameters, in order.
    public let values: [SQLValue]

    /// A text without parameters.
    public init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    /// A text and its parameters.
    public init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// A text with the parameters that were interpolated into it.
    public init(stringInterpolation interpolation: StringInterpolation) {
        text = interpolation.text
        values = interpolation.values
    }

    /// Collects text and parameters.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        /// Nothing collected yet.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Takes text as it is.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Takes a parameter.
        public mutating func appendInterpolation(_ value: String) { append(.text(value)) }

        /// Takes a parameter; NULL for nil.
        public mutating func appendInterpolation(_ value: String?) { append(.text(orNull: value)) }

        /// Takes a parameter.
        public mutating func appendInterpolation(_ value: Int) { append(.integer(value)) }

        /// Takes a parameter; NULL for nil.
        public mutating func appendInterpolation(_ value: Int?) { append(.integer(orNull: value)) }

        /// Takes a parameter.
        public mutating func appendInterpolation(_ value: [UInt8]) { append(.bytes(value)) }

        /// Takes a parameter.
        public mutating func appendInterpolation(_ value: SQLValue) { append(value) }

        private mutating func append(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }
    }
}
