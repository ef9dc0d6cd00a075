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

    /// What a file holds; nil where it cannot be read.
    static func bytes(ofFile path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < buffer.count {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let got = read(file, rest.baseAddress, rest.count)
                if got < 0, errno == EINTR { continue }
                isRead = got >= 0
                guard got > 0 else { return }
                count += got
            }
        }
        return isRead ? bytes : nil
    }
}
