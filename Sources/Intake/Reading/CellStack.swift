import Credit

/// 单元格栈: where the cells of a block pile up before they are handed out; its room is used again for every block.
final class CellStack {
    private(set) var room: UnsafeMutablePointer<RowBlock.Cell>
    private var capacity: Int
    var count = 0

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        room = .allocate(capacity: capacity)
    }

    deinit { room.deallocate() }

    @inline(__always)
    func push(_ cell: RowBlock.Cell) {
        if count == capacity { widen() }
        (room + count).initialize(to: cell)
        count &+= 1
    }

    /// All cells since the last call.
    func take() -> [RowBlock.Cell] {
        defer { count = 0 }
        return Array(UnsafeBufferPointer(start: room, count: count))
    }

    @inline(never)
    private func widen() {
        let wider = UnsafeMutablePointer<RowBlock.Cell>.allocate(capacity: capacity * 2)
        wider.moveInitialize(from: room, count: count)
        room.deallocate()
        room = wider
        capacity *= 2
    }
}
