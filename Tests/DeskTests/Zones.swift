import Facts
import Foundation

/// Zones of this machine, for tests of the clocks.
enum Zones {
    static let available = FileManager.default.fileExists(
        atPath: "/usr/share/zoneinfo/Europe/Berlin")

    static func zone(_ name: String) throws -> Zone {
        let file = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)") ?? Data()
        return try Zone(name: name, tzif: [UInt8](file))
    }

    /// Every zone with one slash in its name, by name.
    static func all() throws -> [Zone] {
        let root = "/usr/share/zoneinfo"
        var zones: [Zone] = []
        for area in try FileManager.default.contentsOfDirectory(atPath: root).sorted() {
            guard area.first?.isUppercase == true,
                let cities = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(area)")
            else { continue }
            for city in cities.sorted() {
                let file = FileManager.default.contents(atPath: "\(root)/\(area)/\(city)") ?? Data()
                guard file.starts(with: Array("TZif".utf8)) else { continue }
                zones.append(try Zone(name: "\(area)/\(city)", tzif: [UInt8](file)))
            }
        }
        return zones
    }
}
