import Dialogue
import Facts
import Foundation
import Testing

@testable import ShopHTTP

@Suite(
    "The contract, asked of the example server",
    .enabled(if: ExampleServer.python != nil, "needs python3"))
struct ContractTests {
    private let secret = TemporaryText(ExampleServer.secret)
    private let now = Instant(
        milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))

    private func checks(
        _ server: ExampleServer, secret: TemporaryText? = nil
    ) throws -> [ShopContract.Check] {
        let place = try ShopPlace(
            url: "http://127.0.0.1:\(server.port)", secretFile: (secret ?? self.secret).path)
        return ShopContract(place, email: "Ada@example.com", writes: true, now: now).run()
    }

    private func broken(_ checks: [ShopContract.Check]) -> [String] {
        checks.compactMap { check in
            if case .failed = check.verdict { check.name } else { nil }
        }
    }

    @Test("the server of docs/shop.md keeps all of it")
    func kept() throws {
        let checks = try checks(try ExampleServer())
        #expect(checks.count == 11)
        #expect(checks.allSatisfy { $0.verdict == .passed }, "\(checks)")
    }

    @Test(
        "a server with one mistake breaks the check that is about it",
        arguments: [
            (
                "if OWNER.get(order_id) == customer else", "if order_id in ORDERS else",
                "somebody else's order and none at all are the same bytes"
            ),
            ("if not signed or", "if", "a request of another secret is refused"),
            ("> 300", "> 30000", "a request of an hour ago is refused"),
            ("if key not in DONE", "if True", "the same key has one effect and one receipt"),
            (
                "answer if known == arguments else", "answer if True else",
                "the same key has one effect and one receipt"
            ),
            ("or not key", "", "a write without a key is refused"),
            (
                #""status": "pending", "#, "",
                "the customer's orders have 'id', 'name' and 'status'"
            ),
        ])
    func mistakes(old: String, new: String, check: String) throws {
        // The one write must be one that the example has, to be asked without a key.
        let cancels = (
            "WRITES = {", #"WRITES = {"shop.cancel_order": lambda **a: {"outcome": "ok"}, "#
        )
        let broken = broken(try checks(try ExampleServer([(old, new), cancels])))
        #expect(broken.contains(check), "\(broken)")
    }

    @Test("a server that is not there is said to be so, once")
    func absent() throws {
        let place = try ShopPlace(url: "http://127.0.0.1:1", secretFile: secret.path)
        let checks = ShopContract(place, email: nil, writes: false, now: now).run()
        #expect(checks.count == 1)
        guard case .failed(let what) = checks.first?.verdict else {
            Issue.record("\(checks)")
            return
        }
        #expect(what.contains("connection_refused"))
    }

    @Test("an answer that takes too long is a timeout")
    func slow() throws {
        let server = try ExampleServer([
            ("        body = self", "        time.sleep(2)\n        body = self")
        ])
        let answer = CurlTransport(authorityFile: nil).post(
            HTTPRequest(
                url: "http://127.0.0.1:\(server.port)/x", headers: [], body: [],
                timeout: .milliseconds(150)))
        #expect(answer == .failed("timeout"))
    }

    @Test(
        "over TLS, a certificate that nobody vouches for is refused, and one that is named is taken",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
    func certificates() throws {
        let (key, certificate) = (TemporaryText(""), TemporaryText(""))
        let maker = Process()
        maker.executableURL = URL(filePath: "/usr/bin/openssl")
        maker.arguments = [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", key.path, "-out",
            certificate.path,
        ]
        let errors = Pipe()
        maker.standardError = errors
        try maker.run()
        _ = errors.fileHandleForReading.readDataToEndOfFile()
        let wrapped = """
            import ssl
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain("\(certificate.path)", "\(key.path)")
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            print("listening
            """
        let server = try ExampleServer([("print(\"listening", wrapped)])
        let url = "https://localhost:\(server.port)"
        let strict = try ShopPlace(url: url, secretFile: secret.path)
        let refused = ShopContract(strict, email: nil, writes: false, now: now).run()
        guard case .failed(let what) = refused.first?.verdict else {
            Issue.record("\(refused)")
            return
        }
        #expect(what.contains("tls_failed"))
        let named = try ShopPlace(
            url: url, secretFile: secret.path, authorityFile: certificate.path)
        let taken = ShopContract(named, email: nil, writes: false, now: now).run()
        #expect(taken.first?.verdict == .passed, "\(taken)")
    }
}
