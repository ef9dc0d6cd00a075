import CCurl
import Synchronization

/// One POST to the shop.
struct HTTPRequest: Equatable, Sendable {
    var url: String
    /// `Name: value`, one line each.
    var headers: [String]
    var body: [UInt8]
    var timeout: Duration
}

/// What came back.
enum HTTPAnswer: Equatable, Sendable {
    case response(status: Int, body: [UInt8])
    /// A stable code: `timeout`, `connection_refused`, `tls_failed`, `answer_too_long`, `shop_unavailable`.
    case failed(String)
}

/// Carries requests; the tests have another one.
protocol Transport: Sendable {
    /// Waits for the answer; may be called on any thread.
    func post(_ request: HTTPRequest) -> HTTPAnswer
}

/// libcurl. A handle keeps its connection, so handles are kept and used again.
final class CurlTransport: Transport {
    private static let isReady = triage_curl_prepare() != 0
    /// Addresses of libcurl's handles, each used by one thread at a time.
    private let idle = Mutex<[UInt]>([])
    private let authorityFile: String?
    /// An answer may have so many bytes.
    static let bodyLimit = 4 * 1024 * 1024

    /// `authorityFile`: certificates (PEM) to trust instead of the system's.
    init(authorityFile: String?) {
        self.authorityFile = authorityFile
    }

    deinit {
        idle.withLock { handles in
            for handle in handles { curl_easy_cleanup(UnsafeMutableRawPointer(bitPattern: handle)) }
        }
    }

    func post(_ request: HTTPRequest) -> HTTPAnswer {
        guard Self.isReady, let handle = take() else { return .failed("shop_unavailable") }
        defer { idle.withLock { $0.append(UInt(bitPattern: handle)) } }
        var headers: UnsafeMutablePointer<curl_slist>?
        for line in request.headers { headers = curl_slist_append(headers, line) }
        defer { curl_slist_free_all(headers) }
        var body = triage_body(bytes: nil, count: 0, limit: Self.bodyLimit)
        defer { free(body.bytes) }
        var status = 0
        let code = request.body.withUnsafeBytes { bytes in
            triage_post(
                handle, request.url, headers, bytes.bindMemory(to: CChar.self).baseAddress,
                bytes.count, request.timeout.wholeMilliseconds, authorityFile, &body, &status)
        }
        guard code == CURLE_OK else { return .failed(Self.reason(code)) }
        let bytes = UnsafeRawBufferPointer(
            start: body.bytes, count: body.bytes == nil ? 0 : body.count)
        return .response(status: status, body: Array(bytes))
    }

    private func take() -> UnsafeMutableRawPointer? {
        let known = idle.withLock { $0.popLast() }
        return known.flatMap { UnsafeMutableRawPointer(bitPattern: $0) } ?? curl_easy_init()
    }

    private static func reason(_ code: CURLcode) -> String {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: "timeout"
        case CURLE_COULDNT_CONNECT: "connection_refused"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            "tls_failed"
        case CURLE_WRITE_ERROR: "answer_too_long"
        default: "shop_unavailable"
        }
    }
}

extension Duration {
    /// At least 1.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        let whole = Int(clamping: seconds).multipliedReportingOverflow(by: 1000)
        guard !whole.overflow else { return Int.max / 2 }
        return max(1, whole.partialValue + Int(attoseconds / 1_000_000_000_000_000))
    }
}
