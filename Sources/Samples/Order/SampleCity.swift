/// 演示城市: where the made-up subjects are registered.
public struct SampleCity: Sendable {
    /// Name of the province, such as 宁夏回族自治区.
    public let province: String
    /// Name of the city, such as 中卫市.
    public let name: String
    /// Code of the city, six digits; made-up codes of organs carry it.
    public let code: String
    /// The registering regions, at least one.
    public let regions: [SampleRegion]

    /// A city with its registering regions.
    public init(province: String, name: String, code: String, regions: [SampleRegion]) {
        self.province = province
        self.name = name
        self.code = code
        self.regions = regions
    }
}

/// 登记地: a region whose code stands in credit codes, and the county its subjects lie in.
public struct SampleRegion: Sendable, Equatable {
    /// Six digits of GB/T 2260.
    public let code: String
    /// Name of the county, such as 沙坡头区.
    public let county: String
    /// How often it is drawn, beside the other regions' weights.
    public let weight: Int

    /// A region; a weight below 1 counts as 1.
    public init(code: String, county: String, weight: Int = 1) {
        self.code = code
        self.county = county
        self.weight = max(1, weight)
    }
}
