/// 名称用字: what made-up names are put together from.
enum NameWords {
    /// Stands in every name of the demonstration: nothing that bears it can be taken for somebody real.
    static let mark: StaticString = "（演示）"

    /// Characters of invented trade names; 64.
    static let syllables: [StaticString] = [
        "澜", "穹", "曜", "霁", "岫", "麓", "珩", "煦", "翊", "旌", "隽", "泠", "沅", "湛", "潋", "澈",
        "泓", "涵", "溯", "汐", "朔", "旭", "昀", "晟", "晗", "曦", "霖", "霏", "霄", "雯", "岚", "峥",
        "嵘", "岱", "嵩", "峦", "璇", "瑾", "瑜", "琅", "珞", "琪", "瑶", "瑛", "琛", "璋", "瑄", "烨",
        "炜", "煜", "焕", "熠", "炫", "楷", "桓", "梓", "棠", "楹", "樾", "栩", "槿", "榕", "柘", "桦",
    ]

    /// What an enterprise does, as its name says it, and its class of GB/T 4754-2017; 48.
    static let trades: [(word: StaticString, industry: StaticString)] = [
        ("商贸", "F5181"), ("建材", "F5165"), ("枸杞制品", "C1373"), ("枸杞种植", "A0171"), ("葡萄酒业", "C1515"),
        ("农牧", "A0314"), ("乳业", "C1441"), ("粮油", "C1312"), ("果品", "F5123"), ("种业", "F5112"),
        ("饲料", "C1329"), ("物流", "G5431"), ("仓储", "G5920"), ("快运", "G6020"), ("物业服务", "K7020"),
        ("软件", "I6513"), ("数据技术", "I6560"), ("云计算", "I6450"), ("广告传媒", "L7259"), ("旅行社", "L7291"),
        ("文化旅游", "R8810"), ("酒店管理", "H6110"), ("餐饮管理", "H6210"), ("装饰工程", "E5011"), ("园林绿化", "E4891"),
        ("建筑工程", "E4710"), ("市政工程", "E4819"), ("机电安装", "E4910"), ("光伏发电", "D4416"), ("风力发电", "D4415"),
        ("水务", "D4620"), ("环保科技", "L7245"), ("水泥制品", "C3021"), ("新型墙材", "C3031"), ("机械设备", "F5179"),
        ("设备租赁", "L7113"), ("人力资源", "L7269"), ("劳务", "L7263"), ("工程咨询", "M7481"), ("勘察设计", "M7483"),
        ("汽车服务", "O8111"), ("保洁服务", "O8211"), ("家政服务", "O8010"), ("医药", "F5251"), ("服饰", "F5232"),
        ("家居", "F5283"), ("通信器材", "F5274"), ("农业科技", "M7511"),
    ]

    /// What a sole trader sells, and its class; 16, each with three endings.
    static let wares: [(word: StaticString, industry: StaticString)] = [
        ("百货", "F5211"), ("五金", "F5281"), ("蔬果", "F5223"), ("烟酒", "F5226"), ("服装", "F5232"), ("手机", "F5274"),
        ("糕点", "F5222"), ("肉食", "F5224"), ("面馆", "H6210"), ("快餐", "H6220"), ("理发", "O8040"), ("汽修", "O8111"),
        ("家具", "F5283"), ("文具", "F5241"), ("农资", "F5112"), ("小吃", "H6220"),
    ]
    /// Endings of a sole trader's name.
    static let shops: [StaticString] = ["店", "经营部", "商行"]

    /// What a cooperative grows, and its class; 16, each with three endings.
    static let crops: [(word: StaticString, industry: StaticString)] = [
        ("枸杞", "A0171"), ("硒砂瓜", "A0141"), ("苹果", "A0151"), ("葡萄", "A0152"), ("红枣", "A0159"),
        ("马铃薯", "A0123"), ("玉米", "A0113"), ("小杂粮", "A0119"), ("设施蔬菜", "A0141"), ("滩羊", "A0314"),
        ("肉牛", "A0311"), ("奶牛", "A0311"), ("蛋鸡", "A0321"), ("蜜蜂", "A0392"), ("牧草", "A0181"),
        ("中药材", "A0171"),
    ]
    /// Endings before 农民专业合作社.
    static let growing: [StaticString] = ["种养", "产销", "综合"]

    /// What an association or public institution is about; 16, each with three endings.
    static let topics: [StaticString] = [
        "枸杞产业", "葡萄酒产业", "文化旅游", "云计算产业", "建筑业", "餐饮行业", "物流行业", "农产品流通", "青年创业", "环境保护",
        "质量技术", "知识产权", "信息化", "电子商务", "冷链产业", "乡村建设",
    ]
    /// Endings of an association.
    static let associations: [StaticString] = ["协会", "促进会", "研究会"]
    /// Endings of a public institution.
    static let institutions: [StaticString] = ["服务中心", "研究所", "推广站"]

    /// Streets that no city has.
    static let streets: [StaticString] = [
        "演示大道", "样例路", "虚构街", "示意巷", "拟造路", "假想街", "试样路", "范例大街",
    ]

    /// 天干, for made-up persons, whose family name is 演示.
    static let stems: [StaticString] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    /// 地支.
    static let branches: [StaticString] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]
}
