/// A large value behind one reference: handing it on costs as much as handing on a number, and it
/// is copied only when it is written while somebody else still holds it.
@dynamicMemberLookup
public struct Shared<Value> {
    /// Exactly one: the array's own copy on write is what this type is made of.
    @usableFromInline var one: [Value]

    @inlinable
    public init(_ value: consuming Value) { one = [value] }

    @inlinable public var value: Value {
        get { one[0] }
        _modify { yield &one[0] }
    }

    /// Changes the value in place.
    @inlinable
    public mutating func update(_ change: (inout Value) -> Void) { change(&one[0]) }

    @inlinable
    public subscript<Part>(dynamicMember path: KeyPath<Value, Part>) -> Part {
        one[0][keyPath: path]
    }

    @inlinable
    public subscript<Part>(dynamicMember path: WritableKeyPath<Value, Part>) -> Part {
        get { one[0][keyPath: path] }
        _modify { yield &one[0][keyPath: path] }
    }
}

extension Shared: Sendable where Value: Sendable {}
extension Shared: Equatable where Value: Equatable {}
extension Shared: Hashable where Value: Hashable {}
