/// A hash of bytes, the same on every machine: names caches and tells whether they are whole. No one who chooses the
/// bytes is kept out by it.
public enum ByteHash {
    /// The hash of the bytes behind whatever gave `start`. Eight at a time: a start hashes millions of them.
    public static func hash(of bytes: UnsafeRawBufferPointer, from start: UInt64) -> UInt64 {
        var hash = mix(start, UInt64(bytes.count))
        var place = 0
        while place &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            hash = mix(hash, UInt64(littleEndian: word))
            place &+= 8
        }
        while place < bytes.count {
            hash = mix(hash, UInt64(bytes[place]))
            place &+= 1
        }
        return hash
    }

    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }
}
