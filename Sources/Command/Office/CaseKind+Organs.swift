import Credit
import Store

extension CaseKind {
    /// A kind that names no organ is not inspected from outside.
    func organ(of id: String, in reader: Reader) throws -> String? { nil }
}

extension ObjectionCases {
    func organ(of id: String, in reader: Reader) throws -> String? { try reader.objection(id)?.objection.filing.office }
}

extension RepairCases {
    func organ(of id: String, in reader: Reader) throws -> String? { try reader.repair(id)?.repair.filing.office }
}

extension ListingCases {
    func organ(of id: String, in reader: Reader) throws -> String? {
        try reader.listing(id)?.listing.candidate.by.organ
    }
}

extension MeasureCases {
    func organ(of id: String, in reader: Reader) throws -> String? { try reader.effect(id)?.effect.department }
}
