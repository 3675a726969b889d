import Testing

@testable import Credit

/// The bytes of the events of repair: what a released program wrote is read for ever.
struct RepairEventTests {
    private func text(_ event: RepairEvent) -> String { String(decoding: Event.repair(event).body, as: UTF8.self) }

    @Test func `the bytes of every event are what they always were, and are read back`() throws {
        let ab = String(repeating: "ab", count: 32)
        let repair = try RepairStory.filed("2026-08-06")
        let (rule, day) = (RepairStory.rules().repairs["new"]!, Day("2026-08-07")!)
        let pair = try #require(OfficerPair(RepairStory.clerk, RepairStory.second))
        let paper = RepairStory.paper("2026-08-07")
        let golden: [(RepairEvent, String)] = [
            (
                .filed(repair.filing),
                #"{"class":"general","day":"2026-08-06","decider":"recogniser","event":"repair.filed","files":["letter|\#(ab)|application/pdf|1000|letter.pdf","receipt|\#(ab)|application/pdf|1000|receipt.pdf"],"office":"credit-office","officer":["a1","甲","credit-office"],"recogniser":"some-bureau","record":"r1","repair":"RPR-1","rule":"new","subject":"reg:640500100000016","way":"window"}"#
            ),
            (
                try repair.returning(missing: ["form"], reason: "缺表", under: rule, by: RepairStory.clerk, on: day),
                #"{"day":"2026-08-07","event":"repair.stepped","kind":"returned","missing":["form"],"officer":["a1","甲","credit-office"],"reason":"缺表","repair":"RPR-1"}"#
            ),
            (
                try repair.completing(
                    confirmed: ["performed", "minimum"], under: rule, by: RepairStory.clerk, on: day),
                #"{"confirmed":["performed","minimum"],"day":"2026-08-07","event":"repair.stepped","kind":"completed","officer":["a1","甲","credit-office"],"repair":"RPR-1"}"#
            ),
            (
                .stepped(
                    RepairStep(
                        repair: "RPR-1", kind: .approved, day: day,
                        officer: Officer(account: "b1", name: "丙", organ: "some-bureau", standingInFor: "b0"),
                        second: RepairStory.second, paper: paper)),
                #"{"day":"2026-08-07","event":"repair.stepped","kind":"approved","officer":["b1","丙","some-bureau","b0"],"paper":["机关","〔2026〕1号","2026-08-07"],"repair":"RPR-1","second":["a2","乙","credit-office"]}"#
            ),
            (
                .executed(
                    RepairExecution(
                        repair: "RPR-1", record: "r1", day: day, lastDay: day + -1, before: Day("2027-05-06")!,
                        effects: ["E1"], isPending: true, paper: paper, officers: pair)),
                #"{"before":"2027-05-06","day":"2026-08-07","effects":["E1"],"event":"repair.executed","lastDay":"2026-08-06","officer":["a1","甲","credit-office"],"paper":["机关","〔2026〕1号","2026-08-07"],"pending":true,"record":"r1","repair":"RPR-1","second":["a2","乙","credit-office"]}"#
            ),
            (
                .revoked(
                    RepairRevocation(
                        repair: "RPR-1", record: "r1", subject: "s", day: day, until: Day("2027-05-06")!,
                        bannedUntil: Day("2029-08-07")!, isFirm: true, reason: "虚假", paper: paper, officers: pair)),
                #"{"banned":"2029-08-07","day":"2026-08-07","event":"repair.revoked","firm":true,"officer":["a1","甲","credit-office"],"paper":["机关","〔2026〕1号","2026-08-07"],"reason":"虚假","record":"r1","repair":"RPR-1","second":["a2","乙","credit-office"],"subject":"s","until":"2027-05-06"}"#
            ),
            (
                .shielded(
                    RepairShield(
                        repair: "RPR-1", record: "r1", day: day, lastDay: day + -1, until: Day("2027-05-06")!,
                        ruling: paper, officers: pair)),
                #"{"day":"2026-08-07","event":"repair.shielded","lastDay":"2026-08-06","officer":["a1","甲","credit-office"],"paper":["机关","〔2026〕1号","2026-08-07"],"record":"r1","repair":"RPR-1","second":["a2","乙","credit-office"],"until":"2027-05-06"}"#
            ),
        ]
        for (event, bytes) in golden {
            #expect(text(event) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .repair(event))
        }
    }

    @Test func `an event that says something unknown is refused loudly`() {
        for bytes in [
            #"{"day":"2026-08-07","event":"repair.stepped","kind":"forgotten","officer":["a","b","c"],"repair":"R"}"#,
            #"{"day":"2026-08-07","event":"repair.stepped","kind":"paused","officer":["a"],"repair":"R"}"#,
            #"{"event":"repair.unknown","repair":"R"}"#,
        ] { #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) } }
    }

    @Test func `one person never stands for two in what is read back`() {
        let bytes =
            #"{"before":"2027-05-06","day":"2026-08-07","event":"repair.executed","lastDay":"2026-08-06","officer":["a1","甲","o"],"paper":["机关","1号","2026-08-07"],"record":"r1","repair":"R","second":["a1","甲","o"]}"#
        #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) }
    }
}
