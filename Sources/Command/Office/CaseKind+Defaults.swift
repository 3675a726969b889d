import Credit
import Portal
import Store

extension CaseKind {
    /// Handing files in, keeping accounts and reading the access record need no case.
    var readers: Set<Duty> { OfficeResource.usualReaders }

    /// Most kinds are decided where the city's office is.
    func handler(of id: String, in reader: Reader) throws -> Officer? { nil }
}
