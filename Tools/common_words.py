#!/usr/bin/env python3
"""Makes Sources/Understanding/Language/Common/*.swift: the commonest words of a language, the commonest first.

    pip download --no-deps --ignore-requires-python homeassistant home-assistant-frontend
    pip download --no-deps chatterbot-corpus chitchat-dataset
    common_words.py FOLDER-OF-THE-WHEELS     # PyYAML reads the dialogues

The words are counted in the translations of Home Assistant's integrations and front end (Apache-2.0) and in
the dialogues of chatterbot-corpus (BSD-3-Clause), which weigh as much as a tenth of those. No text is kept, only
which words are common. A word that another of the languages uses far more often is that language's, not this one's.

English has a list of everyday words besides: those that are common in the translations and in the talk of
chitchat-dataset 0.9.0 (MIT) alike, by the product of their shares. Translations alone make "camera" and "sensor" words
of every other sentence. Of the other languages there is no talk of that size.
"""
import collections
import glob
import json
import os
import re
import sys
import zipfile

LANGUAGES = {
    "en": "english", "de": "german", "es": "spanish", "fr": "french",
    "it": "italian", "nl": "dutch", "pt": "portuguese"}
KEPT = 2000
EVERYDAY = 200
DIALOGUES = 0.1
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
LEFT_OUT = re.compile(r"\{[^{}]*\}|\[%[^\]]*%?\]|<[^>]*>|https?:\S+|`[^`]*`|%\(\w+\)s|%[sd]")
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = f"{HERE}/Sources/Understanding/Language/Common"


def leaves(tree):
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (dict, list)):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from leaves(part)


def words(text):
    """Lower case, with their accents; a text with a sign of another script is left out by what follows."""
    return WORD.findall(LEFT_OUT.sub(" ", text).lower().replace("’", "'"))


def translations(wheels):
    texts = {language: set() for language in LANGUAGES}
    for path in wheels:
        archive = zipfile.ZipFile(path)
        for name in sorted(archive.namelist()):
            found = re.search(r"/translations/(?:[a-z-]+/)?([a-z]{2})(?:-[0-9a-f]{20,})?\.json$", name)
            if found and found[1] in texts:
                texts[found[1]].update(leaves(json.loads(archive.read(name))))
    return texts


def dialogues(wheel):
    import yaml
    texts = {language: set() for language in LANGUAGES}
    archive = zipfile.ZipFile(wheel)
    for language, folder in LANGUAGES.items():
        for name in sorted(archive.namelist()):
            if f"/{folder}/" in name and name.endswith(".yml"):
                tree = yaml.load(archive.read(name), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
                texts[language].update(leaves(tree))
    return texts


def shares(texts):
    counts = collections.Counter(word for text in sorted(texts) for word in words(text))
    total = sum(counts.values()) or 1
    return {word: count / total for word, count in counts.items()}


def find(folder, name):
    return sorted(glob.glob(f"{folder}/{name}-*.whl"))[-1]


def common(folder, formal):
    spoken = dialogues(find(folder, "chatterbot_corpus"))
    shown = {}
    for language in LANGUAGES:
        table = collections.Counter()
        for weight, part in ((1 - DIALOGUES, formal), (DIALOGUES, spoken)):
            for word, share in shares(part[language]).items():
                table[word] += weight * share
        shown[language] = table
    for language, table in shown.items():
        others = [shown[other] for other in shown if other != language]
        own = [word for word, share in table.items()
               if re.fullmatch(r"[a-zà-öø-ÿœß']{1,20}", word)
               and all(other.get(word, 0) < 8 * share for other in others)]
        yield language, sorted(own, key=lambda word: (-table[word], word))[:KEPT]


def chats(wheel):
    archive = zipfile.ZipFile(wheel)
    talk = json.loads(archive.read("chitchat_dataset/dataset.json")).values()
    return {message["text"] for chat in talk for turn in chat["messages"] for message in turn}


def everyday(folder, formal):
    """English words that are common both in the translations and in talk, the commonest first."""
    formal = shares(formal["en"])
    spoken = shares(chats(find(folder, "chitchat_dataset")))
    both = {word: share * spoken[word] for word, share in formal.items() if word in spoken}
    return sorted(both, key=lambda word: (-both[word], word))[:EVERYDAY]


def swift(name, kept):
    lines, line = [], ""
    for word in kept:
        # A line that began with "import" would look like one to the tests of the targets' arrows.
        if len(line) + len(word) + 1 > 88 and word != "import":
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    lines.append(line)
    body = " \\\n".join(f"        {line}" for line in lines)
    return (f"extension CommonWords {{\n    /// Made by `Tools/common_words.py`, which names the sources.\n"
            f'    static let {name} = """\n{body}\n        """\n}}\n')


if __name__ == "__main__":
    os.makedirs(FOLDER, exist_ok=True)
    wheels = sys.argv[1]
    formal = translations([find(wheels, "homeassistant"), find(wheels, "home_assistant_frontend")])
    for language, kept in common(wheels, formal):
        path = f"{FOLDER}/{LANGUAGES[language].capitalize()}CommonWords.swift"
        with open(path, "w", encoding="utf-8") as file:
            file.write(swift(LANGUAGES[language], kept))
        print(path, len(kept), "words:", " ".join(kept[:12]))
    with open(f"{FOLDER}/EnglishEverydayWords.swift", "w", encoding="utf-8") as file:
        file.write(swift("englishEveryday", everyday(wheels, formal)))
