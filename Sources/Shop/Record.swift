import Facts

/// GRDB has a class of this name too.
typealias Record = Facts.Record
