import Glibc

/// Memory that was freed but is still held by the process.
enum SpareMemory {
    /// Gives it back to the system: reading and training a pack take several times what they leave.
    ///
    /// `malloc_trim` of glibc is not in Swift's module; where it is missing nothing happens.
    static func giveBack() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        typealias Trim = @convention(c) (Int) -> Int32
        _ = unsafeBitCast(symbol, to: Trim.self)(0)
    }
}
