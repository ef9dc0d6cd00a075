import Glibc

/// The files of a folder and of those below it. Hidden ones are left out, and links to folders are not followed.
enum FolderListing {
    /// Paths relative to the folder, in no order; nil where it cannot be read.
    static func paths(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var paths: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if name.hasPrefix(".") { continue }
            if isFolder(entry.pointee.d_type, folder + "/" + name) {
                paths += (Self.paths(in: folder + "/" + name) ?? []).map { name + "/" + $0 }
            } else {
                paths.append(name)
            }
        }
        return paths
    }

    /// Some file systems do not tell the kind of an entry.
    private static func isFolder(_ kind: UInt8, _ path: String) -> Bool {
        if Int(kind) != DT_UNKNOWN { return Int(kind) == DT_DIR }
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
