#!/usr/bin/env python3
"""Says the lines of this folder's text files in many ways: questions and requests, as people write them.

`bank.txt`, `shop.txt`, `travel.txt`, `home.txt` and `service.txt` are the project's own text. A line `## …` opens a group; a line
under it is one wish with `(a|b)` one of these, `[a|b]` one of these or nothing, `{name}` a line of `slots.txt`.

    generate.py 90000 > questions.json
"""
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GREETINGS = [
    "hi, ", "hello ", "hey, ", "excuse me, ", "please help, ", "so ", "um, ", "good morning, ", "hi there. ",
    "ok, ", "i have a question: ", "can you tell me ", "do you know ", "quick question, ", "sorry, but ",
    "listen, "]
ENDINGS = [
    " please", " thanks", ", thank you", " asap", " please help", ", what should i do", ", can you check",
    ", it is urgent", ", i am getting worried", " if possible", ", this is annoying"]
ASKED = re.compile(r"(how|what|why|where|when|who|is|are|can|do|does|did|will|which)\b")


def alternatives(text, start):
    """The alternatives of a bracket that opens before `start`, and where it ends."""
    depth, found, at = 1, [], start
    begin = start
    while depth:
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
        if depth == 0 or (depth == 1 and text[at] == "|"):
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found, at


def parse(text):
    """Parts in order: ("text", t), ("slot", name), ("one", [parts])."""
    parts, at = [], 0
    while at < len(text):
        if text[at] in "([":
            found, end = alternatives(text, at + 1)
            if text[at] == "[":
                found.append("")
            parts.append(("one", [parse(one) for one in found]))
            at = end
        elif text[at] == "{":
            end = text.index("}", at)
            parts.append(("slot", text[at + 1:end]))
            at = end + 1
        else:
            end = at
            while end < len(text) and text[end] not in "([{":
                end += 1
            parts.append(("text", text[at:end]))
            at = end
    return parts


def say(parts, slots, rng):
    out = ""
    for kind, value in parts:
        if kind == "one":
            out += say(rng.choice(value), slots, rng)
        else:
            out += rng.choice(slots[value]) if kind == "slot" else value
    return out


def tidy(text):
    return re.sub(r"\s+", " ", text).replace(" ,", ",").strip(" ,")


def dressed(said, again, rng):
    """With a greeting, an ending or a second sentence now and then; with a question mark or a capital."""
    chance = rng.random()
    if chance < 0.10:
        said = rng.choice(GREETINGS) + said
    elif chance < 0.18:
        said += rng.choice(ENDINGS)
    elif chance < 0.28:
        said += ". " + again()
    chance = rng.random()
    if chance < 0.35 and ASKED.match(said):
        return said + "?"
    return said[0].upper() + said[1:] if chance < 0.5 else said


def read():
    slots = {}
    for line in open(f"{HERE}/slots.txt", encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, values = line.rstrip("\n").split(":", 1)
            slots[name] = values.strip().split("|")
    groups = []
    for name in ("bank", "shop", "travel", "home", "service"):
        for line in open(f"{HERE}/{name}.txt", encoding="utf-8"):
            if line.startswith("##"):
                groups.append([])
            elif line.strip():
                groups[-1].append(parse(line.strip()))
    return slots, groups


def sentences(count, seed=0):
    """Distinct ones, each line as often as the others where it has so many; shuffled."""
    rng = random.Random(seed)
    slots, groups = read()
    share = count / sum(len(group) for group in groups)
    made = {}
    for group in groups:
        for parts in group:
            before = len(made)
            for _ in range(int(share * 3)):
                again = lambda: tidy(say(rng.choice(group), slots, rng))
                made[dressed(tidy(say(parts, slots, rng)), again, rng)] = True
                if len(made) - before >= share:
                    break
    texts = list(made)
    rng.shuffle(texts)
    return texts


if __name__ == "__main__":
    json.dump(sentences(int(sys.argv[1])), sys.stdout)
