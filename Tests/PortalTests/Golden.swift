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
        "reason":"一般失信，自决定之日起公示 1 年（国家发展改革委令第36号）。","grade":"general","gradeTitle":"一般",\
        "gradeDerived":true,"rule":"R2026","lastDayByRule":"2027-05-14"},"contested":true,"contest":"open",\
        "fields":[{"name":"document-number","title":"行政处罚决定书文号","value":"示应急罚〔2026〕17号"},\
        {"name":"facts","title":"违法事实","value":"未按照规定对从业人员进行安全生产教育和培训。"},{"name":"kinds",\
        "title":"处罚类别","value":"罚款"},{"name":"fine","title":"罚款金额","value":"20,000.00 元"},\
        {"name":"organ","title":"处罚机关","value":"示例市应急管理局"}],"version":2,"versions":[{"number":1,\
        "known":"2026-05-20","position":118200},{"number":2,"known":"2026-06-02","position":120001}],\
        "position":120001},"subject":{"key":"91640500MA0QF0T15F","code":"91640500MA0QF0T15F",\
        "name":"示例市乾丰建材有限公司","formerNames":["示例市乾丰石料厂","乾丰砂石经销部（有限合伙）"],"status":"存续（在营、开业、在册）",\
        "soleTrader":false,"registered":true,"path":"/companies/91640500MA0QF0T15F"},\
        "evidence":"/api/v1/records/r7penalty0aaaa/evidence","reading":{"day":"2026-11-22",\
        "logSize":123456,"rehearsal":true}}
        """,
        "subject": """
        {"lang":"zh","subject":{"key":"92640521MA0QL0T26L","code":"92640521MA0QL0T26L",\
        "name":"示例县老渡口面馆","formerNames":[],"status":"存续","soleTrader":true,"registered":true,\
        "path":"/companies/92640521MA0QL0T26L"},"facts":[{"name":"organ","title":"登记机关",\
        "value":"示例县局"}],"factsContested":false,"records":[],"sources":[{"kind":"administrative-penalty",\
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
