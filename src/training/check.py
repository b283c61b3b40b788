#!/usr/bin/env python3
"""Checks the labelled data and prints counts; exit 1 if anything is wrong.  usage: check.py [PAGE.json…]"""
import collections
import glob
import json
import os
import re
import sys

import texts

HERE = os.path.dirname(os.path.abspath(__file__))
STYLES = {"direct", "paraphrase", "oblique", "scenario", "typo", "followup", "compound", "nearmiss"}
STOP = set("a an the and or of to in for on at by with from is are be as it that this do does did can could would will should i you my me your we they he she what which who how when where why if not no yes get got there "
           "their have has had was were about any some so up out go more much many long".split())


def stems(text):
    return {re.sub(r"(ies|ing|ed|es|s)$", "", w) for w in re.findall(r"[a-z]+", text.lower()) if w not in STOP and len(w) > 2}


def wrong_in(page):
    numbers = [s["n"] for s in page["statements"]]
    words = {s["n"]: s["text"] + " " + s["heading"] for s in page["statements"]}
    if numbers != list(range(1, len(numbers) + 1)):
        yield "statements are not numbered 1, 2, 3 …"
    for s in page["statements"]:
        if set(s) - {"n", "heading", "text", "lead", "nations", "asOf"} or not s["text"].strip() or set(s.get("nations", [])) - set(texts.NATIONS):
            yield f"statement {s['n']}: odd keys, no text or an unknown nation"
    seen = set()
    for q in page["questions"]:
        at = f"question '{q['q'][:40]}'"
        key = (q["q"].lower(), tuple(q.get("before", [])), q.get("nation"))
        if key in seen:
            yield at + ": twice"
        seen.add(key)
        if set(q) - {"q", "style", "answers", "partial", "before", "nation"} or q["style"] not in STYLES:
            yield at + ": odd keys or style"
        if any(n not in words for n in q["answers"] + q.get("partial", [])):
            yield at + ": names a statement that is not there"
        if (q["style"] == "nearmiss") != (not q["answers"]):
            yield at + ": a near miss has no answers, all others have one"
        if q["style"] == "oblique" and q["answers"] and len(stems(q["q"]) & stems(words[q["answers"][0]])) > 2:
            yield at + ": oblique, yet shares words with its answer"


def main():
    bad, styles, statements = 0, collections.Counter(), 0
    paths = sys.argv[1:] or sorted(glob.glob(os.path.join(HERE, "pages", "*.json")))
    for path in paths:
        page = json.load(open(path, encoding="utf-8"))
        for each in wrong_in(page):
            print(f"{os.path.basename(path)}: {each}")
            bad += 1
        styles.update(q["style"] for q in page["questions"])
        statements += len(page["statements"])
    print(f"{len(paths)} pages, {statements} statements, {sum(styles.values())} questions: {dict(styles)}")
    golden = os.path.join(HERE, "..", "test", "resources", "golden", "model-texts.jsonl")
    for line in open(golden, encoding="utf-8"):
        g = json.loads(line)
        got = texts.question(g["message"], g["before"], g["nation"]) if "message" in g else texts.candidate(g["title"], g["heading"], g["lead"], g["text"], g["nations"], g["year"])
        if got != g["expected"]:
            print(f"{golden}: expected {g['expected']!r}, got {got!r}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
