import CZlib

/// 打包: a ZIP archive whose members are stored as they are, on a fixed day, so that the same content gives the same
/// bytes; office files are such archives.
public struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive without members.
    public init() {}

    /// Adds a member.
    mutating func add(_ name: String, _ content: String) { add(name, bytes: Array(content.utf8)) }

    /// Adds a member; all of them together stay below 4 GiB.
    public mutating func add(_ name: String, bytes content: [UInt8]) {
        let name = Array(name.utf8)
        let check = content.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
        let start = bytes.count
        let common = StoredArchive.common(check: check, size: content.count, name: name.count)
        bytes.append(littleEndian: 0x0403_4B50, width: 4)
        bytes += common + name + content
        directory.append(littleEndian: 0x0201_4B50, width: 4)
        directory.append(littleEndian: 20, width: 2)
        directory += common
        // No comment, first disk, nothing special about the file, where it starts.
        directory.append(littleEndian: 0, width: 2)
        directory.append(littleEndian: 0, width: 2)
        directory.append(littleEndian: 0, width: 2)
        directory.append(littleEndian: 0, width: 4)
        directory.append(littleEndian: start, width: 4)
        directory += name
        count += 1
    }

    /// What both places say of a member: version, UTF-8 names, stored, 1980-01-01, check, sizes, lengths.
    private static func common(check: UInt32, size: Int, name: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: 20, width: 2)
        bytes.append(littleEndian: 0x0800, width: 2)
        bytes.append(littleEndian: 0, width: 2)
        bytes.append(littleEndian: 0, width: 2)
        bytes.append(littleEndian: 0x0021, width: 2)
        bytes.append(littleEndian: Int(check), width: 4)
        bytes.append(littleEndian: size, width: 4)
        bytes.append(littleEndian: size, width: 4)
        bytes.append(littleEndian: name, width: 2)
        bytes.append(littleEndian: 0, width: 2)
        return bytes
    }

    /// The archive.
    public func finished() -> [UInt8] {
        var end: [UInt8] = []
        end.append(littleEndian: 0x0605_4B50, width: 4)
        end.append(littleEndian: 0, width: 4)
        end.append(littleEndian: count, width: 2)
        end.append(littleEndian: count, width: 2)
        end.append(littleEndian: directory.count, width: 4)
        end.append(littleEndian: bytes.count, width: 4)
        end.append(littleEndian: 0, width: 2)
        return bytes + directory + end
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: Int, width: Int) {
        for shift in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
}

/// Text inside XML: what would end it is replaced, what XML cannot hold is left out.
enum OfficeText {
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        let kept = text.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
        }
        bytes.appendHTML(String(String.UnicodeScalarView(kept)))
        return String(decoding: bytes, as: UTF8.self)
    }

    static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/"
}
