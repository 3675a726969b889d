/// 约定的答复: the public JSON of each page; a change here is a change of the contract.
enum Golden {
    static let texts: [String: String] = [
        "search": """
        {"lang":"zh","query":"乾丰","hits":[{"key":"91640500MA0QF0T15F","code":"91640500MA0QF0T15F",\
        "name":"示例市乾丰建材有限公司","matched":"乾丰","match":"name","matchTitle":"名称","soleTrader":false,"contested":0,\
        "path":"/companies/91640500MA0QF0T15F"}],"reading":{"day":"2026-11-22","logSize":123456,\
        "rehearsal":true}}
        """,
        "record": """
        {"lang":"zh","record":{"id":"r7penalty0aaaa","path":"/records/r7penalty0aaaa",\
        "kind":"administrative-penalty","kindTitle":"行政处罚","family":"penalty","familyTitle":"行政处罚",\
        "adverse":true,"department":"a-department","departmentTitle":"市应急管理局","decided":"2026-05-14",\
        "received":"2026-05-20","timeliness":"in-time","timelinessTitle":"按时报送",\
        "publication":{"until":"2027-05-14","standing":false,\
        "end":"last-day","endTitle":"到期为止","reason":"一般失信，自决定之日起公示 1 年（国家发展改革委令第36号）。","grade":"general","gradeTitle":"一般",\
        "gradeDerived":true,"rule":"R2026","lastDayByRule":"2027-05-14"},"contested":true,"contest":"open",\
        "fields":[{"name":"document-number","title":"行政处罚决定书文号","value":"示应急罚〔2026〕17号"},\
        {"name":"facts","title":"违法事实","value":"未按照规定对从业人员进行安全生产教育和培训。"},{"name":"kinds",\
        "title":"处罚类别","value":"罚款"},{"name":"fine","title":"罚款金额","value":"20,000.00 元"},\
        {"name":"organ","title":"处罚机关","value":"示例市应急管理局"}],"version":2,"versions":[{"number":1,\
        "known":"2026-05-20","position":118200},{"number":2,"known":"2026-06-02","position":120001}],\
        "position":120001,"repair":{"state":"open","words":"最短公示期已满，自 2026-08-14 起可以申请修复。",\
        "earliest":"2026-08-14","rule":"R2026","recogniser":"作出处罚决定的机关",\
        "window":"“信用中国”网站统一受理；政务大厅设线下窗口","endsByItself":"2027-05-14","openings":[{\
        "class":"general","title":"一般","earliest":"2026-08-14",\
        "arithmetic":"决定日 2026-05-14 + 3 个月 = 2026-08-14","rule":"R2026","source":{\
        "document":"国家发展改革委令第36号","unverified":false}}],"exits":[],"conditions":["最短公示期已满",\
        "失信行为已经纠正，处罚、异常名录、严重失信主体名单所定义务已经履行完毕","已公开承诺材料真实、信守承诺并愿意承担责任",\
        "法律、法规和党中央、国务院政策文件规定的其他条件"],"materials":["义务履行完毕的证明材料","信用修复承诺书"],"remarks":[{\
        "words":"罚款、吊销等处罚本身不因修复而撤销；限制从业、禁止参加采购等有各自的期限","source":{"document":"国家发展改革委令第36号",\
        "unverified":true}},{"words":"法律、法规和党中央、国务院政策文件明文规定不可修复的，不予修复","source":{\
        "document":"国办发〔2025〕22号","unverified":true}}]}},\
        "subject":{"key":"91640500MA0QF0T15F","code":"91640500MA0QF0T15F",\
        "name":"示例市乾丰建材有限公司","formerNames":["示例市乾丰石料厂","乾丰砂石经销部（有限合伙）"],"status":"存续（在营、开业、在册）",\
        "soleTrader":false,"registered":true,"path":"/companies/91640500MA0QF0T15F"},\
        "evidence":"/api/v1/records/r7penalty0aaaa/evidence","reading":{"day":"2026-11-22",\
        "logSize":123456,"rehearsal":true}}
        """,
        "subject": """
        {"lang":"zh","subject":{"key":"92640521MA0QL0T26L","code":"92640521MA0QL0T26L",\
        "name":"示例县老渡口面馆","formerNames":[],"status":"存续","soleTrader":true,"registered":true,\
        "path":"/companies/92640521MA0QL0T26L"},"facts":[{"name":"organ","title":"登记机关",\
        "value":"示例县局"}],"factsContested":false,"records":[],"commitments":[],"sources":[{"kind":"administrative-penalty",\
        "kindTitle":"行政处罚","lastReceived":"2026-11-19","state":"nothing-found","found":0}],\
        "reading":{"day":"2026-11-22","logSize":123456,"rehearsal":true}}
        """,
        "home": """
        {"lang":"zh","subjects":5012,"records":18015,"lastReceived":"2026-11-20",\
        "kinds":[{"kind":"administrative-permit","kindTitle":"行政许可","published":1201,\
        "lastReceived":"2026-11-20"},{"kind":"administrative-penalty","kindTitle":"行政处罚",\
        "published":2402,"lastReceived":"2026-11-19"},{"kind":"tax-a-grade","kindTitle":"A级纳税人",\
        "published":3603,"lastReceived":"2026-05-06"},{"kind":"abnormal-operation",\
        "kindTitle":"经营异常名录","published":4804,"lastReceived":"2026-11-18"},{"kind":"wage-arrears",\
        "kindTitle":"拖欠农民工工资失信名单","published":6005,"lastReceived":"2026-10-30"},\
        {"kind":"serious-violation","kindTitle":"严重违法失信名单","published":0}],"notices":[],\
        "reading":{"day":"2026-11-22","logSize":123456,"rehearsal":true}}
        """,
        "log": """
        {"lang":"zh","key":"k","size":123456,"checkpoint":"c","reading":{"day":"2026-11-22",\
        "logSize":123456,"rehearsal":true}}
        """,
    ]
}
