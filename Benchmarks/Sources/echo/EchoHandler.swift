import NIOCore

/// Cuts lines and gives them back: at once, or by way of the writer.
final class EchoHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let writer: LineWriter?
    /// The beginning of a line whose end has not come yet.
    private var rest = ByteBuffer()

    init(writer: LineWriter?) { self.writer = writer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        rest.writeBuffer(&buffer)
        var lines: [ByteBuffer] = []
        let newline = UInt8(ascii: "\n")
        while let index = rest.readableBytesView.firstIndex(of: newline),
            let line = rest.readSlice(length: index + 1 - rest.readerIndex)
        {
            lines.append(line)
        }
        rest.discardReadBytes()
        guard !lines.isEmpty else { return }
        if let writer {
            writer.submit(lines, from: context.channel)
        } else {
            context.writeAndFlush(wrapOutboundOut(joined(lines)), promise: nil)
        }
    }
}

/// One buffer for one write.
func joined(_ lines: [ByteBuffer]) -> ByteBuffer {
    var all = ByteBuffer()
    for line in lines { all.writeImmutableBuffer(line) }
    return all
}
