import Synchronization

/// 分块记忆: full tiles, which never change, with the nodes above them, for proofs that are asked one at a time.
public final class TileMemory: Sendable {
    private let capacity: Int
    private let tiles = Mutex<[Int: ExpandedTile]>([:])

    /// - Parameter capacity: how many tiles of 16 KiB are kept before it begins anew.
    public init(capacity: Int = 1_024) { self.capacity = capacity }

    func tile(_ key: Int) -> ExpandedTile? { tiles.withLock { $0[key] } }

    func keep(_ tile: ExpandedTile, as key: Int) {
        guard tile.width == Tile.fullWidth else { return }
        tiles.withLock { tiles in
            if tiles.count >= capacity { tiles.removeAll(keepingCapacity: true) }
            tiles[key] = tile
        }
    }
}
