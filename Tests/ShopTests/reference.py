#!/usr/bin/env python3
"""Random writes on the reference model of the retail set, for DifferentialTests.

usage: reference.py RETAIL-FOLDER SEED COUNT DATABASE-OUT [JOURNAL]

Writes a database with other prices, balances and repeated items to DATABASE-OUT, then prints one JSON object a line:
{"action", "arguments", "expected"} for each write ("ok" or the error's code), and at the end {"state": [lines]}.
With JOURNAL, a file of {"tool", "arguments"} lines, these are done instead, and {"refused": [why]} comes before the state.
"""
import json, random, sys

sys.dont_write_bytecode = True
folder, seed, count, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
sys.path.insert(0, folder)
from shop import ADDR, REASONS, WRITES, Refused, Shop

rng = random.Random(seed)
raw = json.load(open(folder + '/database.json'))
for product in raw['products'].values():
    for variant in product['variants'].values():
        if rng.random() < 0.3: variant['price'] = round(rng.uniform(1, 900), 2)
        if rng.random() < 0.1: variant['available'] = not variant['available']
for user in raw['users'].values():
    for method in user['payment_methods'].values():
        if method['source'] == 'gift_card' and rng.random() < 0.5: method['balance'] = round(rng.uniform(0, 3000), 2)
for order in raw['orders'].values():
    if rng.random() < 0.2: order['items'].append(dict(rng.choice(order['items'])))
    if rng.random() < 0.1: order['items'].append(dict(order['items'][0], price=round(rng.uniform(1, 900), 2)))
json.dump(raw, open(out, 'w'))
shop = Shop(raw)

pool = sorted(shop.orders)
users = sorted(shop.users)
methods = sorted(m for u in shop.users.values() for m in u['payment_methods'])


def address():
    return {k: rng.choice(['', 'x', 'Ü 7']) + str(rng.randrange(100)) for k in ADDR}


def items(order):
    have = [i['item_id'] for i in order['items']]
    some = rng.sample(have, rng.randint(1, len(have)))
    if rng.random() < 0.1: some.append(rng.choice(have))
    if rng.random() < 0.05: some[0] = '1'
    return some


def new_items(order, old):
    new = []
    for item in old:
        product = next((i['product_id'] for i in order['items'] if i['item_id'] == item), order['items'][0]['product_id'])
        variants = sorted(shop.products[product]['variants'])
        usual = [v for v in variants if shop.products[product]['variants'][v]['available']]
        new.append(rng.choice(usual or variants) if rng.random() < 0.9 else rng.choice(variants + [item, '1']))
    if rng.random() < 0.05: new = new[1:]
    return new


def method(order):
    own = sorted(shop.users[order['user_id']]['payment_methods'])
    paid = order['payment_history'][0]['payment_method_id']
    return rng.choice([paid, rng.choice(own), rng.choice(own), rng.choice(methods)])


WANTED = ('pending', 'pending', '', 'pending', 'delivered', 'pending', 'delivered')


def one():
    kind = rng.choice((0, 1, 2, 3, 3, 4, 5, 5, 5, 6, 6, 6))
    fitting = [o for o in pool if WANTED[kind] in shop.orders[o]['status']]
    oid = rng.choice(fitting if fitting and rng.random() < 0.8 else pool)
    order = shop.orders[oid]
    owner = order['user_id']
    given = oid if rng.random() < 0.98 else '#W0000000'
    if kind == 0:
        reason = rng.choice(REASONS + ('because',))
        return 'shop.cancel_order', {'order_id': given, 'reason': reason}, owner, 'cancel_pending_order', {'order_id': given, 'reason': reason}
    if kind == 1:
        a = address()
        return 'shop.change_order_address', {'order_id': given, 'address': a}, owner, 'modify_pending_order_address', dict(a, order_id=given)
    if kind == 2:
        a, user = address(), owner if rng.random() < 0.9 else 'nobody'
        return 'shop.change_profile_address', {'address': a}, user, 'modify_user_address', dict(a, user_id=user)
    m = method(order)
    if kind == 3:
        return 'shop.change_payment', {'order_id': given, 'payment_method': m}, owner, 'modify_pending_order_payment', {'order_id': given, 'payment_method_id': m}
    old = items(order)
    if kind == 4:
        return ('shop.return_items', {'order_id': given, 'items': old, 'payment_method': m}, owner, 'return_delivered_order_items',
                {'order_id': given, 'item_ids': old, 'payment_method_id': m})
    new = new_items(order, old)
    ours = {'order_id': given, 'items': old, 'new_items': new, 'payment_method': m}
    theirs = {'order_id': given, 'item_ids': old, 'new_item_ids': new, 'payment_method_id': m}
    return (('shop.change_items', ours, owner, 'modify_pending_order_items', theirs) if kind == 5
            else ('shop.exchange_items', ours, owner, 'exchange_delivered_order_items', theirs))


if len(sys.argv) > 5:
    refused = []
    for line in open(sys.argv[5]):
        write = json.loads(line)
        if write['tool'] not in WRITES: continue
        try:
            shop.call(write['tool'], write['arguments'])
        except (Refused, KeyError, TypeError) as refusal:
            refused.append(f'{refusal}: {line.strip()}')
    print(json.dumps({'refused': refused}))

for _ in range(count):
    action, ours, user, name, theirs = one()
    if 'order_id' in ours and rng.random() < 0.03:
        user = rng.choice([u for u in users if u != user])  # somebody else's order
        theirs = dict(theirs, order_id='#W0000000')
    try:
        shop.call(name, theirs)
        expected = 'ok'
    except Refused as refusal:
        expected = str(refusal).replace('-', '_').replace('user_not_found', 'customer_not_found')
    print(json.dumps({'action': action, 'arguments': dict(ours, customer=user), 'expected': expected, 'tool': name, 'theirs': theirs}))


def text(value):
    return ' '.join(value) if isinstance(value, list) else '' if value is None else str(value)


lines = []
for oid, o in shop.orders.items():
    payments = sorted(f"{p['transaction_type']}:{p['amount']}:{p['payment_method_id']}" for p in o['payment_history'])
    fields = ['order', oid, o['status'], sorted(f"{i['product_id']}:{i['item_id']}" for i in o['items']), payments, o.get('cancel_reason'),
              o.get('exchange_items'), o.get('exchange_new_items'), o.get('exchange_payment_method_id'), o.get('return_items'),
              o.get('return_payment_method_id'), o.get('exchange_price_difference')]
    lines.append('|'.join(map(text, fields)))
    lines.append('|'.join(['order-address', oid] + [o['address'][k] for k in ADDR]))
for uid, u in shop.users.items():
    lines.append('|'.join(['user-address', uid] + [u['address'][k] for k in ADDR]))
    lines += [f"gift-card|{uid}|{i}|{m['balance']}" for i, m in u['payment_methods'].items() if m['source'] == 'gift_card']
print(json.dumps({'state': lines}))
