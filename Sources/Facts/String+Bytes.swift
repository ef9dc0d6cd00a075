extension String {
    /// Whether the UTF-8 bytes of `part` stand somewhere in the text.
    ///
    /// `contains(_:)` compares characters by canonical equivalence and costs microseconds a call; texts that are
    /// normalised alike need only their bytes compared.
    public func hasBytes(of part: String) -> Bool {
        var (text, part) = (self, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let first = part.first else { return true }
                var start = 0
                while start &+ part.count <= text.count {
                    if text[start] == first,
                        text[start..<start &+ part.count].elementsEqual(part)
                    {
                        return true
                    }
                    start &+= 1
                }
                return false
            }
        }
    }
}

extension Substring {
    /// Where the UTF-8 bytes of `part` stand first; see `hasBytes`.
    public func firstBytes(of part: String) -> Range<Index>? {
        let (bytes, part) = (utf8, part.utf8)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            if bytes[start...].starts(with: part) {
                return start..<bytes.index(start, offsetBy: part.count)
            }
            start = bytes.index(after: start)
        }
        return nil
    }
}
