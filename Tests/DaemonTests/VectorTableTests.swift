import Foundation
import Glibc
import Testing
import Understanding

@testable import Daemon

@Suite("The table of token vectors")
struct VectorTableTests {
    /// A folder of its own that is removed at the end.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/triage-vectors-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: folder + "/Vectors", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    /// One row, `pay`, of two dimensions.
    private static let table: [UInt8] = {
        var bytes = Array("TRIVEC01".utf8)
        let numbers = { (list: [UInt32]) in
            for number in list { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
            while bytes.count % 8 != 0 { bytes.append(0) }
        }
        numbers([1, 2, 2, 3])
        numbers([(1 as Float).bitPattern])
        bytes += [3, 4, 0, 0, 0, 0, 0, 0]
        numbers([0, 3])
        bytes += Array("pay".utf8) + [0, 0, 0, 0, 0]
        let hash = "pay".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        numbers(hash % 2 == 0 ? [1, 0] : [0, 1])
        return bytes
    }()

    @Test("the table beside the pack is found and mapped")
    func besidePack() throws {
        try inFolder { folder in
            try Data(Self.table).write(to: URL(filePath: folder + "/Vectors/english.table"))
            for pack in [folder + "/Intents", folder + "/Intents/"] {
                let found = try VectorTable(.shipped, pack: pack)
                #expect(found.path == folder + "/Vectors/english.table")
                let vector = try #require(found.vectors?.vector(of: ["pay"]))
                #expect(abs(vector[0] - 0.6) < 1e-6 && abs(vector[1] - 0.8) < 1e-6)
            }
        }
    }

    @Test("the mapping outlives its file: a new table is renamed over the old one")
    func replaced() throws {
        try inFolder { folder in
            let path = folder + "/Vectors/english.table"
            try Data(Self.table).write(to: URL(filePath: path))
            let vectors = try #require(try VectorTable(.file(path), pack: "Intents").vectors)
            try FileManager.default.removeItem(atPath: path)
            #expect(vectors.vector(of: ["pay"]) != nil)
        }
    }

    @Test("a table that was named must be one; the error says which and why")
    func named() throws {
        try inFolder { folder in
            let path = folder + "/cut"
            try Data(Self.table.prefix(40)).write(to: URL(filePath: path))
            #expect(throws: VectorTableError.self) { try VectorTable(.file(path), pack: "Intents") }
            for missing in [folder + "/none", folder] {
                do throws(VectorTableError) {
                    _ = try VectorTable(.file(missing), pack: "Intents")
                    Issue.record("\(missing) is no table")
                } catch {
                    #expect(error.path == missing)
                    #expect(error.description.contains("--no-vectors"))
                }
            }
        }
    }

    @Test("a broken shipped table is done without, and none is looked for where none is wanted")
    func without() throws {
        try inFolder { folder in
            let path = folder + "/Vectors/english.table"
            try Data(Self.table.dropLast(9)).write(to: URL(filePath: path))
            let table = try VectorTable(.shipped, pack: folder + "/Intents")
            #expect(table.vectors == nil && table.path == path)
            let none = try VectorTable(.none, pack: folder + "/Intents")
            #expect(none.vectors == nil && none.path.isEmpty)
        }
    }

    @Test("the places to look at, the pack's own first")
    func places() {
        #expect(
            VectorTable.places(pack: "/etc/triage/Intents/") == [
                "/etc/triage/Vectors/english.table", "Vectors/english.table",
                "/usr/share/triage/Vectors/english.table",
            ])
        #expect(VectorTable.places(pack: "Intents").first == "Vectors/english.table")
    }
}
