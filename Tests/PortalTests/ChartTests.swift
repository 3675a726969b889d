import Credit
import Testing

@testable import Portal

/// Where the numbers of a drawing come to lie, and what a gap is.
@Suite struct ChartTests {
    private func chart(_ form: Chart.Form, _ scale: Chart.Scale, _ values: [[Int?]]) -> Chart {
        Chart(
            id: "c", title: Story.市监, summary: Story.应急, form: form, scale: scale,
            places: (values.first ?? []).indices.map { Chart.Place(Month("2026-01")! + $0) },
            series: values.map { row in
                Chart.Series(title: Story.审批, points: row.map { Chart.Point($0, $0 == nil ? Story.应急 : Story.市监) })
            }, axis: Story.市监)
    }

    @Test func `the axis ends on a number whose half is whole`() {
        let most = [0, 1, 4, 5, 9, 11, 21, 41, 81, 101, 999, 12_345, 999_999_999]
        #expect(
            most.map(ChartFrame.roundUp) == [
                4, 4, 4, 8, 10, 20, 40, 80, 100, 200, 1_000, 20_000, 1_000_000_000,
            ])
    }

    @Test func `a line breaks where nothing is known, and nothing known is no zero`() {
        let frame = ChartFrame(chart(.lines, .share, [[10_000, 0, nil, 5_000, 5_000, nil, 1]]))
        #expect(frame.paths.count == 2 && frame.dots.count == 5)
        #expect(frame.dots.map(\.y) == [12, 168, 90, 90, 168])
        #expect(frame.gaps.count == 2)
        // A place that one of two series knows is no gap.
        let both = ChartFrame(chart(.lines, .share, [[nil, 1], [nil, nil]]))
        #expect(both.gaps.count == 1 && both.paths.isEmpty && both.dots.count == 1)
    }

    @Test func `bars stand on each other, keep inside, and the smallest is still seen`() {
        let frame = ChartFrame(chart(.bars, .count, [[100, 0, nil, 50], [100, 1, nil, 0]]))
        #expect(frame.bars.count == 4 && frame.gaps.count == 1)
        let (below, above) = (frame.bars[0], frame.bars[1])
        #expect(below.y + below.height == 168 && above.y + above.height == below.y && above.y == 12)
        #expect(frame.bars.allSatisfy { $0.height >= 1 && $0.y >= 12 && $0.y + $0.height <= 168 })
        #expect(frame.bars.allSatisfy { $0.x >= 44 && $0.x + $0.width <= 352 })
        // A great number does not overflow and does not leave the drawing.
        let great = ChartFrame(chart(.bars, .count, [[999_999_999_999], [3]]))
        #expect(great.bars.allSatisfy { $0.y >= 12 && $0.y + $0.height <= 168 })
    }

    @Test func `the table beside the drawing says every number and every gap`() {
        let frame = ChartFrame(chart(.lines, .share, [[1, nil], [nil]]))
        #expect(frame.rows.count == 2 && frame.rows.allSatisfy { $0.cells.count == 2 })
        #expect(frame.rows[0].cells.map(\.words) == [Story.市监, Story.应急])
        #expect(frame.rows[1].cells[1].words.chinese == "—")
        #expect(Set(frame.legend.map(\.series)) == [0, 1])
    }

    @Test func `coordinates are written without a thousands mark`() throws {
        let tape = Tape(language: .chinese, form: .page, chart(.bars, .count, [[1_234_567, 7]]))
        let partials = EmbeddedTemplates.texts
        let template = try Template("{{>part_chart}}", language: .chinese) { partials[$0] }
        let html = String(decoding: template.html(tape, frame: TemplatesTests.frame(.chinese)), as: UTF8.self)
        for piece in html.split(separator: " ") {
            for name in ["x=", "y=", "width=", "height=", "d=", "points="] where piece.hasPrefix(name) {
                #expect(name == "points=" || name == "d=" || !piece.contains(","), "\(piece)")
            }
        }
        #expect(html.contains("<svg class=\"chart-drawing\"") && !html.contains("style="))
    }

    @Test func `lists say where they go on and keep what was asked`() async throws {
        try await LivePortal.run { portal in
            let first = try await portal.json("/departments/market-regulation/batches?month=2026-11&limit=2")
            let next = "/api/v1/departments/market-regulation/batches?month=2026-11&limit=2&after=200"
            #expect(try JSONValue(first.body)["next"] == .text(next))
            #expect(first["link"] == "<\(next)>; rel=\"next\"")
            let second = try await portal.json(next)
            guard case .list(let rest)? = try JSONValue(second.body)["batches"] else { throw JSONValue.Fault(at: 0) }
            #expect(rest.compactMap { $0["batch"] } == [.text("b3"), .text("b4")])
            let errors = try await portal.get("/departments/market-regulation/errors?format=csv&limit=3")
            #expect(
                errors["link"]
                    == "</departments/market-regulation/errors?month=2026-11&limit=3&after=100.6&format=csv>; rel=\"next\""
            )
            #expect(errors.text.contains("b1,administrative-penalty"))
            for bad in ["0", "201", "x", "-1", "99999999999999999999"] {
                let reply = try await portal.get("/departments/market-regulation/batches?limit=" + bad)
                #expect(reply.status == 400, "\(bad)")
            }
        }
    }
}
