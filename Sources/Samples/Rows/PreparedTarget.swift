/// A target made ready: its organs by region, as bytes, with codes.
struct PreparedTarget {
    let target: SampleTarget
    /// Organs that may decide about subjects of a region, by index of the region.
    let organs: [[Organ]]

    /// An organ as bytes.
    struct Organ {
        let name: [UInt8]
        let code: [UInt8]
        let abbreviation: [UInt8]
    }

    /// The targets of an order in the order they are written in; an organ without a code has the same made-up one
    /// wherever it stands.
    static func all(of order: SampleOrder) -> [PreparedTarget] {
        var codes: [String: [UInt8]] = [:]
        let city = Array(order.city.code.utf8)
        let province = Array((order.city.code.prefix(2) + "0000").utf8)
        func organ(_ organ: SampleOrgan) -> Organ {
            let number = DemoCode.capacity - 1 - codes.count
            let region = organ.name.hasPrefix(order.city.province) ? province : city
            let code =
                organ.code.map { Array($0.utf8) } ?? codes[organ.name]
                ?? DemoCode(prefix: "11", region: region, number: number).text
            codes[organ.name] = codes[organ.name] ?? code
            return Organ(name: Array(organ.name.utf8), code: code, abbreviation: Array(organ.abbreviation.utf8))
        }
        return SampleTable.allCases.compactMap { table in
            guard let target = order.targets.first(where: { $0.table == table }) else { return nil }
            let organs = order.city.regions.map { region in
                target.organs.filter { $0.region == nil || $0.region == region.code }.map(organ)
            }
            return PreparedTarget(target: target, organs: organs)
        }
    }
}
