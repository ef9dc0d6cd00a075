import Facts

extension OrderDesk {
    /// Sends a pending order elsewhere.
    func changingAddress(to address: Address) throws(Refusal) -> WritePlan {
        guard order.status.isChangeable else { throw .notPending }
        guard !address.isPickupStation else { throw .undeliverable }
        let receipt = receipt().merging(AddressChange.receipt(from: order.address, to: address))
        return WritePlan(
            arguments: address.record.merging(["order_id": .text(order.id)]), receipt: receipt,
            changes: [.orderAddress(address)])
    }
}

/// A change of the address in a customer's profile; orders keep theirs.
enum AddressChange {
    static func plan(for customer: Customer, to address: Address) -> WritePlan {
        WritePlan(
            arguments: address.record.merging(["user_id": .text(customer.id)]),
            receipt: receipt(from: customer.address, to: address),
            changes: [.customerAddress(address)])
    }

    static func receipt(from old: Address, to new: Address) -> Record {
        [
            "address_line": .text(new.line), "old_address_line": .text(old.line),
            "same": .flag(old == new),
        ]
    }
}
