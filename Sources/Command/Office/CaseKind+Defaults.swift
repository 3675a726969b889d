import Credit
import Store

extension CaseKind {
    /// Handing files in and keeping accounts need no case.
    var readers: Set<Duty> { [.handle, .decide, .inspect, .audit] }

    /// Most kinds are decided where the city's office is.
    func handler(of id: String, in reader: Reader) throws -> Officer? { nil }
}
