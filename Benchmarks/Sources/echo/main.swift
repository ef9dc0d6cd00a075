import Glibc
import NIOCore
import NIOPosix

// The peer of triaged: a line comes back as it came, once it is on disk.
//
//     echo SOCKET          at once, without a disk
//     echo SOCKET FILE     after one SQLite transaction for all that arrived meanwhile
//
// Threads and store are those of triaged: two connection loops, one loop that writes; WAL,
// synchronous=FULL, exclusive. What triaged costs above it is reading, deciding and a larger state.

let arguments = CommandLine.arguments
guard (2...3).contains(arguments.count) else {
    print("usage: echo SOCKET [FILE]")
    exit(64)
}
// In this order, so that a thread's name says its work: NIO-ELT-1 reads, NIO-ELT-2 writes down.
let connectionLoops = MultiThreadedEventLoopGroup(numberOfThreads: 2)
let deskLoops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let writer: LineWriter? =
    if arguments.count == 3 {
        LineWriter(loop: deskLoops.next(), store: LineStore(path: arguments[2]))
    } else {
        nil
    }
unlink(arguments[1])
_ = try ServerBootstrap(group: connectionLoops)
    .serverChannelOption(.backlog, value: 1024)
    .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(EchoHandler(writer: writer))
        }
    }
    .bind(unixDomainSocketPath: arguments[1]).wait()
while true { pause() }
