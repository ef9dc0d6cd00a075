/// A hash of bytes, the same on every machine: names caches and tells whether they are whole. No one who chooses the
/// bytes is kept out by it.
public enum ByteHash {
    /// The hash of the bytes behind whatever gave `start`. Thirty-two at a time, in two lanes that need not wait for
    /// each other: a start hashes thirty millions of them.
    public static func hash(of bytes: UnsafeRawBufferPointer, from start: UInt64) -> UInt64 {
        var hash = mix(start, UInt64(bytes.count))
        var place = 0
        if bytes.count >= 32 {
            var other = ~hash
            while place &+ 32 <= bytes.count {
                hash = fold(hash ^ word(bytes, place), word(bytes, place &+ 8) ^ odd)
                other = fold(other ^ word(bytes, place &+ 16), word(bytes, place &+ 24) ^ odd)
                place &+= 32
            }
            hash = mix(hash, other)
        }
        while place &+ 8 <= bytes.count {
            hash = mix(hash, word(bytes, place))
            place &+= 8
        }
        while place < bytes.count {
            hash = mix(hash, UInt64(bytes[place]))
            place &+= 1
        }
        return hash
    }

    private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Both halves of a product, so that each bit of one tells in the other.
    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low ^ right
    }

    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* odd
        return product ^ (product >> 29)
    }
}
