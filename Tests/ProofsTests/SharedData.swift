import Foundation

/// The folder of real input that lies beside the checkout; tests that need it are left out where it is absent.
enum SharedData {
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while place.path != "/" {
            if FileManager.default.fileExists(atPath: place.appendingPathComponent("Sources").path) {
                let data = place.deletingLastPathComponent().appendingPathComponent("shared/data")
                if FileManager.default.fileExists(atPath: data.path) { return data }
            }
            place = place.deletingLastPathComponent()
        }
        print("NOTE: ../shared/data is absent: tests that need it are SKIPPED")
        return nil
    }()
}
