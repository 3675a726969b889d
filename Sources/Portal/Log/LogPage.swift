import Credit

/// 公开日志页: what the log is, its newest checkpoint, and how anybody checks it.
struct LogPage: Page {
    static let template = "log"
    let key: String
    let checkpoint: String?
    let reading: Reading?

    var title: Label { .both("公开日志", "Public log") }
    var canonicalPath: String? { "/log" }
    var section: PortalSection? { .log }

    func show(on tape: inout Tape) {
        tape.put("key", key)
        tape.put("size", reading?.treeSize ?? 0)
        tape.put("checkpoint", checkpoint)
    }
}

extension RouteTable {
    mutating func addLog() {
        page("/log", .both("公开日志", "The public log"), schema: "Log") { ask in
            try await ask.read { reading in
                LogPage(
                    key: try reading.logKey(),
                    checkpoint: try reading.checkpoint().map { String(decoding: $0, as: UTF8.self) },
                    reading: try reading.reading())
            }
        }
        page(
            "/log/proof", .both("核对一条日志：按位置或者信息编号", "The proof of one entry, by its position or its record's id"),
            schema: "Proof",
            questions: [
                .init(
                    name: "of", summary: .both("日志位置（从 0 起）或者信息编号", "Position in the log from 0, or a record's id"),
                    isNeeded: false, kind: .text(upTo: 64))
            ]
        ) { try await ProofPage.read($0) }
        bytes("/log/key", .both("日志验证公钥", "The log’s verifier key")) { ask in
            let key = try await ask.read { try $0.logKey() }
            return Answer(type: "text/plain; charset=utf-8", bytes: Array((key + "\n").utf8))
        }
        bytes("/log/checkpoint", .both("日志最新签名检查点", "The newest signed checkpoint")) { ask in
            guard let bytes = try await ask.read({ try $0.checkpoint() }) else { throw PortalProblem.noSuchTile }
            return Answer(type: "text/plain; charset=utf-8", bytes: bytes)
        }
        bytes("/log/tile/{path+}", .both("日志瓦片和条目", "Tiles and entry bundles")) { ask in
            guard let path = TilePath(ask.parameters) else { throw PortalProblem.noSuchTile }
            let bytes = try await ask.read { reading in
                guard let level = path.level else {
                    return try reading.entryBundle(index: path.index, width: path.width)
                }
                return try reading.tile(level: level, index: path.index, width: path.width)
            }
            guard let bytes else { throw PortalProblem.noSuchTile }
            return Answer(
                type: "application/octet-stream", bytes: bytes, caching: path.width == 256 ? .forever : .revalidated,
                isText: path.level == nil)
        }
    }
}
