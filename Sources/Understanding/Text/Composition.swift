@_spi(_Unicode) import Swift

extension String {
    /// The text in NFC, by the standard library's own tables (reached through its `_Unicode`
    /// interface); free where every scalar is one that NFC leaves alone.
    var composed: String {
        if unicodeScalars.allSatisfy(\.isStable) { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in _nfc { scalar.encode(into: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Never changed by NFC, whatever stands beside it. Says no more often than it must.
    fileprivate var isStable: Bool {
        switch value {
        case 0..<0x300, 0x391...0x3C9, 0x400...0x482, 0x48A...0x52F, 0x5D0...0x5EA,
            0x621...0x64A, 0x660...0x66F, 0x2010...0x2027, 0x20A0...0x20C0, 0x3001...0x3029,
            0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xFF01...0xFF5E, 0x1F300...0x1FAFF:
            true
        default: false
        }
    }

    /// Appends the scalar in UTF-8.
    func encode(into bytes: inout [UInt8]) {
        switch value {
        case 0..<0x80: bytes.append(UInt8(value))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | value >> 12))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | value >> 18 & 0x07))
            bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
