import Glibc
import Wire

/// `triage pipe`: messages in, answers out, in the order of the input.
@MainActor
final class PipeSession {
    private let link: DeskLink
    private let waitMilliseconds: Int
    private let window: Int
    private let runID = RandomID.make()
    private var framer = LineFramer(limit: LineFramer.defaultLimit)
    /// Lines read and not yet sent, the next one first.
    private var waiting: [PipeMessage] = []
    private var firstWaiting = 0
    /// Under way, per conversation.
    private var underWay: [String: Int] = [:]
    /// Answers that came before an earlier one, by number.
    private var answers: [Int: JSON] = [:]
    private var lineCount = 0
    private var sentCount = 0
    private var writtenCount = 0
    private var refusedCount = 0
    private var isInputOver = false
    private var awaySince = Clock.milliseconds

    /// More than so many of one conversation are refused by the desk while it waits for the shop.
    private static let conversationWindow = 8

    init(socket: String, waitSeconds: Int, window: Int) {
        link = DeskLink(path: socket)
        waitMilliseconds = waitSeconds * 1000
        self.window = window
    }

    func run() throws(CommandFailure) {
        link.onLoss = { [unowned self] in awaySince = Clock.milliseconds }
        while !isInputOver || writtenCount < lineCount {
            link.tick()
            send()
            wait()
            guard link.isConnected || Clock.milliseconds - awaySince <= waitMilliseconds else {
                throw CommandFailure(
                    "no desk: \(link.lastRefusal); \(lineCount - writtenCount) lines have no answer",
                    Exit.unavailable)
            }
        }
        if refusedCount > 0 {
            throw CommandFailure("\(refusedCount) of \(lineCount) lines were refused", Exit.failure)
        }
    }

    private func wait() {
        var polled: [pollfd] = []
        let wantsInput = !isInputOver && waiting.count - firstWaiting < window
        if wantsInput { polled.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)) }
        if let socket = link.polled { polled.append(socket) }
        guard poll(&polled, nfds_t(polled.count), link.isConnected ? 250 : 50) > 0 else { return }
        for ready in polled where ready.revents != 0 {
            if ready.fd == STDIN_FILENO, wantsInput { readInput() } else { link.ready() }
        }
    }

    private func readInput() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count <= 0 {
            isInputOver = true
            guard framer.isInsideLine else { return }
            // The last line may lack its end.
            buffer[0] = UInt8(ascii: "\n")
            count = 1
        }
        buffer.withUnsafeBufferPointer { bytes in
            framer.feed(UnsafeBufferPointer(rebasing: bytes[..<count])) { frame in
                switch frame {
                case .line(let line): take(line)
                case .tooLong:
                    lineCount += 1
                    refuse(lineCount, ProtocolError(.lineTooLong, "line \(lineCount)"))
                }
            }
        }
    }

    private func take(_ line: UnsafeBufferPointer<UInt8>) {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
        lineCount += 1
        do throws(ProtocolError) {
            waiting.append(
                try PipeMessage(line, number: lineCount, fallbackID: "\(runID)-\(lineCount)"))
        } catch {
            refuse(lineCount, error)
        }
    }

    /// Sends what the windows allow, in order.
    private func send() {
        while firstWaiting < waiting.count, sentCount - writtenCount < window {
            let message = waiting[firstWaiting]
            guard underWay[message.conversation, default: 0] < Self.conversationWindow else {
                break
            }
            underWay[message.conversation, default: 0] += 1
            firstWaiting += 1
            sentCount += 1
            link.ask(.say, message.params, repeats: true) { [unowned self] result in
                underWay[message.conversation, default: 1] -= 1
                if underWay[message.conversation] == 0 { underWay[message.conversation] = nil }
                switch result {
                case .success(let turn): put(message.number, turn)
                case .failure(let error): refuse(message.number, error, message)
                }
            }
        }
        if firstWaiting > 4096 {
            waiting.removeFirst(firstWaiting)
            firstWaiting = 0
        }
    }

    private func refuse(_ number: Int, _ error: ProtocolError, _ message: PipeMessage? = nil) {
        refusedCount += 1
        put(
            number,
            [
                "line": .integer(number), "conversation": JSON(message?.conversation),
                "message": JSON(message?.id), "error": error.json,
            ])
    }

    /// Writes an answer when all before it are written.
    private func put(_ number: Int, _ answer: JSON) {
        answers[number] = answer
        var output: [UInt8] = []
        while let next = answers.removeValue(forKey: writtenCount + 1) {
            next.write(to: &output)
            output.append(UInt8(ascii: "\n"))
            writtenCount += 1
        }
        Output.write(output, to: STDOUT_FILENO)
    }
}

/// One line of the input.
struct PipeMessage {
    /// Of the line, from 1, blank ones not counted.
    var number: Int
    var conversation: String
    var id: String
    var params: JSON

    init(
        _ line: UnsafeBufferPointer<UInt8>, number: Int, fallbackID: String
    ) throws(ProtocolError) {
        let json: JSON
        do {
            json = try JSON(bytes: line)
        } catch {
            throw ProtocolError(.parseError, "line \(number): \(error.message)")
        }
        guard var members = json.members, let conversation = json["conversation"]?.string,
            json["text"]?.string != nil
        else {
            throw ProtocolError(
                .invalidParams, "line \(number) lacks 'conversation' or 'text'",
                cure: "write {\"conversation\":\"a\",\"text\":\"hello\"}")
        }
        self.number = number
        self.conversation = conversation
        id = json["message"]?.string ?? fallbackID
        if json["message"]?.string == nil {
            members.removeAll { $0.name == "message" }
            members.append(.init("message", .string(fallbackID)))
        }
        params = .object(members)
    }
}
