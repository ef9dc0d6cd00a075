import Glibc
import Understanding

/// A file mapped into memory for reading: its pages come from the disk when they are looked at, and are
/// shared by all processes that map it.
///
/// Replace such a file by renaming another over it, as package managers do: a process that reads a file
/// which is cut short dies.
final class MappedFile: ByteSource {
    /// A number, because a pointer may not be shared between threads; the mapping never moves.
    private let address: UInt
    private let count: Int

    /// Nil, with the reason in `errno`, where it cannot be read or is empty.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            errno = EINVAL
            return nil
        }
        count = Int(status.st_size)
        guard let start = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
            start != MAP_FAILED
        else { return nil }
        address = UInt(bitPattern: start)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    }

    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
    }
}
