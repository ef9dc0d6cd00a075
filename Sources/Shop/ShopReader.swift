import GRDB

/// What was read of the database and has not changed since.
struct ShopMemory: Sendable {
    /// How many customers' files are kept; when there are more, all are read anew.
    static let fileLimit = 512

    /// SQLite's `data_version`: another connection's commit changes it.
    var version = 0
    var catalogue: Catalogue?
    var files: [String: CustomerFile] = [:]
}

/// Reads the shop: each customer's file and the catalogue once, until they change.
struct ShopReader {
    private let connection: Database?
    private(set) var memory: ShopMemory

    /// Something must be read of the database, and the reader has only what is known.
    struct NotKnown: Error {}

    /// Throws `NotKnown` where the reader has none.
    var database: Database {
        get throws {
            guard let connection else { throw NotKnown() }
            return connection
        }
    }

    /// A reader without a database.
    init(known memory: ShopMemory) {
        connection = nil
        self.memory = memory
    }

    /// Forgets what another connection may have changed.
    init(_ database: Database, memory: ShopMemory) throws {
        connection = database
        self.memory = memory
        let version: Int = try database.row("PRAGMA data_version")?[0] ?? 0
        if version != memory.version {
            self.memory = ShopMemory()
            self.memory.version = version
        }
    }

    mutating func catalogue() throws -> Catalogue {
        if let known = memory.catalogue { return known }
        let database = try database
        let catalogue = try database.consistently { try database.catalogue() }
        memory.catalogue = catalogue
        return catalogue
    }

    /// nil when there is no such customer.
    mutating func file(_ customer: String) throws -> CustomerFile? {
        if let known = memory.files[customer] { return known }
        let database = try database
        let file = try database.consistently { try database.customerFile(customer) }
        guard let file else { return nil }
        if memory.files.count >= ShopMemory.fileLimit { memory.files.removeAll() }
        memory.files[customer] = file
        return file
    }

    /// Something of the customer's is about to change.
    mutating func forget(_ customer: String) { memory.files[customer] = nil }
}

extension Database {
    /// Several statements on one state of the database.
    ///
    /// Not through `DatabaseQueue.read`: its `PRAGMA query_only` has every statement prepared anew.
    func consistently<Answer>(_ body: () throws -> Answer) throws -> Answer {
        var answer: Answer?
        try inSavepoint {
            answer = try body()
            return .commit
        }
        guard let answer else { throw ShopError.database(reason: "no answer") }
        return answer
    }
}
