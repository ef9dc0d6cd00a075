import Facts
import FoundationEssentials

/// Where a shop behind HTTP is, and how it knows that it is us.
public struct ShopPlace: Equatable, Sendable {
    /// Without a slash at the end; actions are appended: `https://shop.example/triage`.
    var url: String
    /// `Name: value`.
    var headers: [String]
    /// Signs the requests; nil: they are not signed.
    var secret: [UInt8]?
    /// Certificates (PEM) to trust instead of the system's.
    var authorityFile: String?

    /// Why a place cannot be used: what, and the cure.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        public var description: String
    }

    /// `headersFile` has one `Name: value` a line, `secretFile` the secret of at least 16 bytes: in
    /// files, because a command line can be read by others.
    public init(
        url: String, headersFile: String? = nil, secretFile: String? = nil,
        authorityFile: String? = nil
    ) throws(Failure) {
        guard Self.isSafe(url) else {
            throw Failure(
                description: "'\(url)' is no place for a shop; write https://HOST/PATH "
                    + "(http:// only to this machine)")
        }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        headers = try headersFile.map { (file) throws(Failure) in try Self.headers(in: file) } ?? []
        secret = try secretFile.map { (file) throws(Failure) in try Self.secret(in: file) }
        if let authorityFile {
            _ = try Self.text(of: authorityFile)
            self.authorityFile = authorityFile
        }
    }

    /// Whether it is a shop behind HTTP at all.
    public static func isHTTP(_ place: String) -> Bool {
        place.hasPrefix("https://") || place.hasPrefix("http://")
    }

    /// Plain HTTP shows customers' data to the network: only within the machine.
    private static func isSafe(_ url: String) -> Bool {
        guard !url.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) else { return false }
        if url.hasPrefix("https://") { return url.utf8.count > "https://".utf8.count }
        guard url.hasPrefix("http://") else { return false }
        let rest = url.dropFirst("http://".count)
        let host =
            rest.hasPrefix("[")
            ? rest.prefix { $0 != "]" } + "]"
            : rest.prefix {
                $0 != ":" && $0 != "/"
            }
        return ["localhost", "127.0.0.1", "[::1]"].contains(String(host))
    }

    private static func text(of file: String) throws(Failure) -> String {
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw Failure(description: "\(file): it cannot be read; check the path and its rights")
        }
    }

    private static func headers(in file: String) throws(Failure) -> [String] {
        var headers: [String] = []
        for (index, line) in try text(of: file).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            if line.isEmpty || line.hasPrefix("#") { continue }
            let name = line.prefix { $0 != ":" }
            let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            guard isName, name.count < line.count, !line.contains("\r") else {
                throw Failure(description: "\(file):\(index + 1): a header is 'Name: value'")
            }
            headers.append(String(line))
        }
        return headers
    }

    private static func secret(in file: String) throws(Failure) -> [UInt8] {
        var bytes = Array(try text(of: file).utf8)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        guard bytes.count >= 16 else {
            throw Failure(
                description: "\(file): the secret is shorter than 16 bytes; "
                    + "make one with: openssl rand -hex 32")
        }
        return bytes
    }

    /// Signed over the second and the body, so that neither can be changed nor an old one be sent again.
    func request(
        for action: String, body: [UInt8], timeout: Duration, at now: Instant
    ) -> HTTPRequest {
        let second = String(now.seconds)
        var lines =
            ["Content-Type: application/json", "Expect:", "Triage-Timestamp: \(second)"] + headers
        if let secret {
            let signed = Array(second.utf8) + [0x2E] + body
            let code = SHA256.hexadecimal(SHA256.authentication(of: signed, key: secret))
            lines.append("Triage-Signature: v1=\(code)")
        }
        return HTTPRequest(url: "\(url)/\(action)", headers: lines, body: body, timeout: timeout)
    }
}
