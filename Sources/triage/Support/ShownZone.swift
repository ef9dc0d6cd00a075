import Facts
import FoundationEssentials
import Glibc
import Handbook
import Synchronization

/// The zone in which times are read and written: the desk's, so that agents and customers speak of the same ones;
/// where no desk has said it, the computer's.
enum ShownZone {
    private static let told = Mutex<Zone?>(nil)

    static var current: Zone { told.withLock { $0 } ?? LocalZone.current }

    /// Takes the zone that a desk names; one that this computer does not know changes nothing.
    static func use(_ name: String?) {
        guard let name, let bytes = PackSource.systemZone(name),
            let zone = try? Zone(name: name, tzif: bytes)
        else { return }
        told.withLock { $0 = zone }
    }
}

/// The wall clock of the computer: TZ, else /etc/localtime, else UTC.
enum LocalZone {
    static let current: Zone = {
        let name = getenv("TZ").map { String(cString: $0) } ?? ""
        let path = name.isEmpty ? "/etc/localtime" : "/usr/share/zoneinfo/" + name
        guard !name.contains(".."), let bytes = FileManager.default.contents(atPath: path),
            let zone = try? Zone(name: name.isEmpty ? "local time" : name, tzif: Array(bytes))
        else { return .utc }
        return zone
    }()
}
