/// The tables of the embedded shop. Amounts are minor units, instants milliseconds since 1970, days
/// their number since 1970-01-01. A date that is not known is NULL.
///
/// If a table changes, raise `version` and add a migration in `EmbeddedShop`.
enum Schema {
    static let version = 1

    static let statements = """
        CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE return_policies (
          category TEXT PRIMARY KEY, days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 3650),
          returnable INTEGER NOT NULL, needs_original_packaging INTEGER NOT NULL) STRICT;
        CREATE TABLE customers (
          id TEXT PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
          email TEXT NOT NULL, phone TEXT, tier TEXT NOT NULL DEFAULT 'standard', language TEXT,
          address1 TEXT NOT NULL, address2 TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL,
          country TEXT NOT NULL, zip TEXT NOT NULL, locked_reason TEXT, locked_at INTEGER) STRICT;
        CREATE INDEX customers_by_email ON customers (lower(email));
        CREATE INDEX customers_by_zip ON customers (upper(replace(replace(zip, ' ', ''), '-', '')));
        CREATE TABLE payment_methods (
          id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers, kind TEXT NOT NULL,
          brand TEXT, last_four TEXT,
          balance INTEGER CHECK (balance BETWEEN -1000000000000 AND 1000000000000)) STRICT;
        CREATE INDEX payment_methods_by_customer ON payment_methods (customer);
        CREATE TABLE products (id TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT) STRICT;
        CREATE TABLE variants (
          id TEXT NOT NULL, product TEXT NOT NULL REFERENCES products, options TEXT NOT NULL,
          price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 1000000000000),
          available INTEGER NOT NULL, stock INTEGER CHECK (stock BETWEEN 0 AND 1000000000),
          UNIQUE (product, id)) STRICT;
        CREATE TABLE orders (
          id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers, status TEXT NOT NULL,
          currency TEXT NOT NULL, placed_at INTEGER, delivered_at INTEGER,
          address1 TEXT NOT NULL, address2 TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL,
          country TEXT NOT NULL, zip TEXT NOT NULL, estimate_from INTEGER, estimate_to INTEGER,
          cancel_reason TEXT) STRICT;
        CREATE INDEX orders_by_customer ON orders (customer);
        CREATE TABLE order_items (
          number INTEGER PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders,
          product TEXT NOT NULL, item TEXT NOT NULL, name TEXT NOT NULL, options TEXT NOT NULL,
          price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 1000000000000)) STRICT;
        CREATE INDEX order_items_by_order ON order_items (order_id);
        CREATE TABLE payments (
          number INTEGER PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders,
          kind TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1000000000000),
          method TEXT NOT NULL, at INTEGER) STRICT;
        CREATE INDEX payments_by_order ON payments (order_id);
        CREATE TABLE payment_failures (
          number INTEGER PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders,
          reason TEXT NOT NULL, method TEXT, at INTEGER) STRICT;
        CREATE TABLE payment_links (
          order_id TEXT NOT NULL REFERENCES orders, method TEXT NOT NULL,
          at INTEGER NOT NULL) STRICT;
        CREATE TABLE shipments (
          number INTEGER PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, carrier TEXT,
          tracking_number TEXT, status TEXT) STRICT;
        CREATE INDEX shipments_by_order ON shipments (order_id);
        CREATE TABLE shipment_items (
          shipment INTEGER NOT NULL REFERENCES shipments, item TEXT NOT NULL) STRICT;
        CREATE TABLE tracking_events (
          number INTEGER PRIMARY KEY, shipment INTEGER NOT NULL REFERENCES shipments,
          event TEXT NOT NULL, city TEXT, at INTEGER) STRICT;
        CREATE INDEX tracking_events_by_shipment ON tracking_events (shipment);
        CREATE TABLE refunds (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders,
          amount INTEGER NOT NULL, method TEXT NOT NULL, requested_at INTEGER, booked_at INTEGER,
          expected INTEGER) STRICT;
        CREATE INDEX refunds_by_order ON refunds (order_id);
        CREATE TABLE returns (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, method TEXT NOT NULL,
          reason TEXT, at INTEGER) STRICT;
        CREATE INDEX returns_by_order ON returns (order_id);
        CREATE TABLE return_items (
          return_id TEXT NOT NULL REFERENCES returns, item TEXT NOT NULL) STRICT;
        CREATE TABLE exchanges (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, method TEXT NOT NULL,
          difference INTEGER NOT NULL, at INTEGER) STRICT;
        CREATE TABLE exchange_items (
          exchange TEXT NOT NULL REFERENCES exchanges, item TEXT NOT NULL,
          new_item TEXT NOT NULL) STRICT;
        CREATE TABLE traces (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, at INTEGER NOT NULL,
          answer_until INTEGER, result TEXT) STRICT;
        CREATE TABLE replacements (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders,
          at INTEGER NOT NULL) STRICT;
        CREATE TABLE adjustments (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, item TEXT NOT NULL,
          amount INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE TABLE defects (
          id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, item TEXT NOT NULL,
          description TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE TABLE contacts (
          id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers, at INTEGER,
          channel TEXT, topic TEXT NOT NULL, outcome TEXT) STRICT;
        CREATE TABLE writes (
          number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, action TEXT NOT NULL,
          given TEXT NOT NULL, tool TEXT NOT NULL, arguments TEXT NOT NULL,
          conversation TEXT NOT NULL, call TEXT NOT NULL, customer TEXT NOT NULL,
          question TEXT, answer TEXT, receipt TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
        """
}
