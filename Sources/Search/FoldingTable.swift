/// 折叠表: what each UTF-16 unit of a name becomes before names are compared.
///
/// One array of 65,536 units, made once: zero means that the unit does not count, anything else is the unit that stands
/// for it. The table is symmetrical: it is laid over the stored names and over what is asked alike.
enum FoldingTable {
    /// The unit that stands for a unit; zero for one that does not count.
    static let units: [UInt16] = make()

    /// A simplified character followed by the traditional and variant characters that are written for it in names.
    ///
    /// Characters that are standard themselves in another meaning (乾, 後 aside) are left out where they would make two
    /// names of the register equal.
    /// - Source: 通用规范汉字表 (2013), 附件1; Japanese forms met in names of joint ventures.
    private static let variants = """
        业業 县縣県 贸貿 责責 国國囯囻圀 电電 发發 农農 务務 东東 阳陽 销銷 专專 设設 宁寧 区區 华華 机機 厂廠
        产產産 资資 广廣広 开開 装裝 营營営 制製 银銀 团團団 兴興 达達 车車 门門 庆慶 养養 连連 龙龍竜 筑築 饰飾
        备備 丰豐豊 药藥 实實実 云雲 经經経 种種 运運 尔爾 邮郵 汉漢 长長 术術 镇鎭鎮 乐樂楽 联聯 恒恆 咨諮 询詢
        顺順 临臨 万萬 宝寶 乌烏 园園 贵貴 兰蘭 滨濱 场場 传傳 台臺 气氣気 网網 医醫 险險 锁鎖 动動 乡鄉 厦廈
        矿礦 环環 义義 艺藝 诚誠 亚亞 计計 绿綠緑 输輸 络絡 润潤 创創 际際 昆崑 鸿鴻 远遠 济濟 寿壽 汇匯彙滙
        峰峯 内內 庄莊 苏蘇 红紅 桥橋 劳勞 财財 储儲 马馬 荣榮栄 钢鋼 织織 凯凱 双雙 厅廳 众眾衆 齐齊斉 岛島
        饮飲 属屬 鲁魯 辉輝 铁鐵鉄 黄黃 陕陝 头頭 腾騰 处處 纪紀 货貨 纺紡 泽澤沢 进進 粮糧 丽麗 锦錦 余餘 温溫
        伟偉 张張 维維 游遊 综綜 会會 胜勝 总總 飞飛 态態 郑鄭 辽遼 亿億 晋晉 饶饒 凤鳳 圣聖 疗療 购購 岭嶺
        里裏裡 鹏鵬 肃肅 来來 教敎 学學 胶膠 无無 风風 赁賃 关關関 烟煙菸 奥奧 杰傑 仪儀 锡錫 体體 洁潔 蓝藍
        测測 扬揚 爱愛 叶葉 讯訊 岩巖 宾賓 图圖図 鸡雞鷄 志誌 吴吳呉 纸紙 湾灣 卫衛 时時 铜銅 莱萊 诺諾 满滿
        划劃 曲麯 罗羅 谷穀 灵靈 启啓啟 盐鹽塩 标標 峡峽 视視 周週 线綫線 节節 树樹 检檢 岗崗 怀懷 咸鹹 师師
        优優 悦悅 应應 猪豬 铭銘 贝貝 旧舊 构構 办辦 锐銳鋭 杨楊 盘盤 点點 数數 玛瑪 楼樓 赣贛 军軍 纳納 仓倉
        驰馳 抚撫 训訓 沧滄 萨薩 库庫 税稅 轩軒 观觀 顶頂 伦倫 骏駿 结結 丝絲 陆陸 欧歐 铸鑄 书書 热熱 项項 托託
        群羣 沟溝 顾顧 娄婁 荆荊 针針鍼 阴陰 统統 废廢 递遞 压壓 缘緣 当當 芜蕪 问問 现現 馆舘館 锋鋒 评評 梦夢
        灯燈 赛賽 软軟 炉爐 监監 码碼 证証證 缆纜 涂塗 冈岡 质質 报報 边邊 鹰鷹 坝壩 鹤鶴 枣棗 迈邁 轴軸 系係繫
        协協 圆圓 莲蓮 轮輪 饲飼 郸鄲 凉涼 绥綏 娱娛 泸瀘 镜鏡 绍紹 狮獅 麦麥 权權 铝鋁 鱼魚 誉譽 脑腦 干幹榦
        贡貢 阀閥 渔漁 硕碩 横橫 价價 卖賣 净凈淨 为為爲 担擔 后後 阁閣 调調 护護 驾駕 迁遷 复復複 鸣鳴 礼禮
        面麪麫麵 韵韻 跃躍 畅暢 庙廟 绘繪 准準 扎紮 户戶戸 陈陳 锈銹鏽 床牀 陇隴 额額 杂雜 轻輕 才纔 鲜鮮 谊誼
        闽閩 驶駛 滩灘 许許 浏瀏 致緻 征徵 颍潁 芦蘆 绵綿 冲沖衝 钟鐘鍾 彦彥 琼瓊 晓曉 静靜 桦樺 剑劍 贤賢 贷貸
        厨廚 锅鍋 宫宮 员員 刘劉 贺賀 鸭鴨 涛濤 声聲 垦墾 剂劑 赢贏 带帶 辅輔 链鏈 晖暉 潍濰 侨僑 萧蕭 御禦 载載
        泾涇 枫楓 间間 禄祿 瓯甌 则則 纤縴纖 妆妝 钰鈺 潜潛 粤粵 刚剛 尧堯 规規 儿兒 验驗 韩韓 吕呂 核覈
        雕彫琱鵰 辆輛 绒絨 领領 壮壯 汤湯 个個箇 宽寬 钦欽 赵趙 巩鞏 于於 铺舖鋪 朱硃 细細 铃鈴 闲閑閒 类類 记記
        诸諸 沪滬 卢盧 极極 帮幫 澜瀾 庐廬 顿頓 乔喬 墙墻牆 选選 胡衚鬍 苍蒼 绣綉繡 毕畢 础礎 钻鉆鑽 涌湧 饭飯
        盖蓋 围圍 岚嵐 幸倖 驻駐 变變 绸綢 查査 颐頤 锻鍛 匀勻 闻聞 帅帥 纬緯 号號 级級 范範 习習 烨燁 议議 识識
        斗鬥 瑶瑤 试試 参參蔘 灿燦 劲勁 诊診 坛墰壇壜罈罎 从從 吊弔 姜薑 画畫畵 览覽 垫墊 纵縱 栾欒 遥遙 泛氾汎
        随隨 驿驛 即卽 砖磚 淀澱 预預 显顯 鸟鳥 队隊 邓鄧 珲琿 瓮甕 鉴鑑鑒 茧繭 谯譙 组組 继繼 响響 孙孫 简簡
        壶壺 腊臘 缝縫 旋鏇 弥彌瀰 滦灤 污汙 镀鍍 归歸 摄攝 坚堅 虫蟲 婴嬰 积積 语語 单單 玩翫 换換 高髙 德徳
        青靑 清淸 历歷曆 窑窰窯 秘祕 凌淩 村邨 真眞 樱桜
        """

    /// The characters that the 214 Kangxi radicals of U+2F00 on stand for; they come out of copied PDF text.
    private static let radicals = """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾
        干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生
        用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷
        豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻
        黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠
        """

    /// Lower-case letters without their accents for U+00C0 to U+017F, where that is one ASCII letter; a dot elsewhere.
    private static let latin = """
        aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..
        rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """

    /// Brackets, quotation marks, dots, dashes and the like: written or left out at will, so they never count.
    private static let marks = "()[]{}<>【】〔〕〖〗〈〉《》「」『』﹝﹞⦅⦆\"'`´“”‘’„‟〝〞.,:;!?/\\|_~^-‐‑‒–—―−·•‧・･。、…"

    /// The simplified characters of the table, and all that are written for one of them.
    static func groups() -> (simplified: [UInt16], variants: [UInt16]) {
        let groups = variants.split(whereSeparator: \.isWhitespace).map { Array($0.utf16) }
        return (groups.map { $0[0] }, groups.flatMap { $0.dropFirst() })
    }

    private static func make() -> [UInt16] {
        var units = [UInt16](repeating: 0, count: 65_536)
        for value in 0..<65_536 where !isBlank(value) { units[value] = UInt16(value) }
        foldCase(&units)
        for (offset, radical) in radicals.utf16.filter({ $0 > 0x20 }).enumerated() { units[0x2F00 + offset] = radical }
        for group in variants.split(whereSeparator: \.isWhitespace) {
            let characters = Array(group.utf16)
            for variant in characters.dropFirst() { units[Int(variant)] = characters[0] }
        }
        for mark in marks.utf16 { units[Int(mark)] = 0 }
        for value in 0xFF01...0xFF5E { units[value] = units[value - 0xFEE0] }
        return units
    }

    /// Lower case for all alphabets of the first 8,192 characters, and no accents on Latin letters.
    private static func foldCase(_ units: inout [UInt16]) {
        for value in 0x41..<0x2000 where units[value] != 0 {
            guard let scalar = Unicode.Scalar(UInt16(value)) else { continue }
            let lower = scalar.properties.lowercaseMapping.utf16
            if lower.count == 1, let unit = lower.first { units[value] = unit }
        }
        for (offset, letter) in latin.utf16.filter({ $0 > 0x20 }).enumerated() where letter != 0x2E {
            units[0xC0 + offset] = letter
        }
    }

    /// Control characters, spaces, joiners, combining marks and selectors.
    private static func isBlank(_ value: Int) -> Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x0300...0x036F, 0x1680, 0x180E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x20D0...0x20FF, 0x3000, 0x3099...0x309A,
            0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF:
            true
        default:
            false
        }
    }
}
