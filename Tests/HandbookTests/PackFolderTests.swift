import Dialogue
import Foundation
import Testing
import Triage

@testable import Handbook

@Suite("A pack in a folder")
struct PackFolderTests {
    /// Writes the tiny pack under a new folder `Intents`, and removes it afterwards.
    private func withFolder(_ edits: [Edit] = [], body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appending(path: "Intents")
        for file in TinyPack.source(edits).files {
            let place = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: place)
        }
        try body(folder.path(percentEncoded: false))
    }

    @Test("gives the same handbook as its texts")
    func sound() throws {
        try withFolder { folder in
            let handbook = try HandbookReader.read(directory: folder)
            #expect(handbook.fingerprint == TinyPack.source().fingerprint)
            #expect(handbook.book.flows.count == 2)
        }
    }

    @Test("throws every mistake, sorted, each with its file, line and column")
    func mistakes() throws {
        let edits = [
            Edit("pack.yaml", "EUR", "eur"),
            Edit("cancel_order/flow.yaml", "agreed: cancel", "agreed: cancle"),
        ]
        try withFolder(edits) { folder in
            let error = #expect(throws: Diagnostics.self) {
                try HandbookReader.read(directory: folder)
            }
            #expect(
                error?.description == """
                    Intents/cancel_order/flow.yaml:22:13: state 'cancle' is not declared; \
                    did you mean 'cancel'?
                    Intents/cancel_order/flow.yaml:25:3: no way leads to the state 'cancel'; \
                    remove it, or name it in a goto:, next: or outcome
                    Intents/pack.yaml:2:11: 'eur' is not a currency code; \
                    write three capitals (ISO 4217), as EUR
                    """)
        }
    }

    @Test("that is not there is one mistake")
    func missing() {
        let error = #expect(throws: Diagnostics.self) {
            try HandbookReader.read(directory: "/nowhere/Intents")
        }
        #expect(
            error?.description
                == "/nowhere/Intents:1:1: the folder cannot be read; give the folder that holds pack.yaml"
        )
    }

    @Test("without its files lacks each of them")
    func empty() throws {
        try withFolder { folder in
            let reading = HandbookReader.check(try PackSource(directory: folder + "/cancel_order"))
            #expect(reading.handbook == nil)
            #expect(
                reading.diagnostics.map(\.file) == [
                    "cancel_order/actions.yaml", "cancel_order/desk.yaml",
                    "cancel_order/entities.yaml", "cancel_order/pack.yaml",
                ])
        }
    }
}
