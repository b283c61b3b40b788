"""Labelled questions as groups: one group is a set of candidates that questions are judged against, a page or the shipped guidance."""
import glob
import hashlib
import json
import os
import random
import re

import texts

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = 10  # one page in so many is never trained on; it chooses thresholds and calibrates


class Group:
    """questions[i] is answered by candidates positive[i]; partial[i] help and are neither right nor wrong."""

    def __init__(self, name, candidates, rows, nations=None, subject=""):
        self.name, self.candidates = name, candidates
        self.subject = subject  # what a page is about, in lower case
        self.nations = nations  # of each candidate, empty for all four; None where the rows say what is allowed
        self.message = [r["q"] for r in rows]
        self.before = [r.get("before", []) for r in rows]
        self.nation = [r.get("nation") for r in rows]
        self.style = [r["style"] for r in rows]
        self.positive = [r["positive"] for r in rows]
        self.partial = [r["partial"] for r in rows]
        self.allowed = [r.get("allowed") for r in rows]  # candidates that the nation lets through, None for all

    def __len__(self):
        return len(self.message)

    def text(self, i):
        return texts.question(self.message[i], self.before[i], self.nation[i])

    def augmented(self, i, rng):
        """The question as another visitor might have typed it, misspelt, without capitals, after another subject, or in a nation that the
        page knows; and the candidates that are then allowed."""
        message, before, nation, allowed = self.message[i], self.before[i], self.nation[i], self.allowed[i]
        if self.nations and not nation and rng.random() < .15 and not any(texts.names(n, " ".join(before + [message])) for n in texts.NATIONS):
            fit = set(texts.NATIONS)
            for p in self.positive[i]:
                fit &= set(self.nations[p] or texts.NATIONS)
            if fit:
                nation = rng.choice(sorted(fit))
                allowed = [k for k, own in enumerate(self.nations) if not own or nation in own]
        if not before and rng.random() < .2 and len(message.split()) > 3:
            others = [j for j in range(len(self)) if not self.before[j] and j != i]
            before = [self.message[j] for j in rng.sample(others, min(len(others), rng.choice([1, 1, 2])))]
        if rng.random() < .2:
            message = misspelt(message, rng)
        elif rng.random() < .06:
            message = texted(message, rng)
        if rng.random() < .25:
            message = re.sub(r"[?.!,']", "", message)
        return texts.question(message, before, nation), allowed


NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", ["wa", "qes", "wrd", "etf", "ryg", "tuh", "yij", "uok", "ipl", "ol", "qsz", "awdx", "sefc", "drgv", "fthb", "gyjn", "hukm", "jil", "kop", "asx", "zsdc", "xdfv", "cfgb", "vghn", "bhjm", "njk"]))


def misspelt(text, rng):
    words = text.split(" ")
    long = [k for k, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    for k in rng.sample(long, min(len(long), rng.choice([1, 1, 2]))):
        w, at = words[k], rng.randrange(1, len(words[k]) - 1)
        kind = rng.randrange(4)
        c = w[at].lower()
        words[k] = (w[:at] + w[at + 1] + w[at] + w[at + 2:] if kind == 0 else w[:at] + w[at + 1:] if kind == 1
                    else w[:at] + w[at] + w[at:] if kind == 2 else w[:at] + rng.choice(NEIGHBOURS.get(c, c)) + w[at + 1:])
    return " ".join(words)


SHORT = {"you": "u", "your": "ur", "are": "r", "for": "4", "to": "2", "too": "2", "and": "n", "be": "b", "why": "y", "what": "wot", "please": "pls", "people": "ppl", "because": "cos", "with": "wiv", "the": "da", "that": "dat", "this": "dis",
         "do": "du", "does": "dus", "is": "iz", "have": "av", "how": "ow", "much": "mch", "money": "munny", "before": "b4", "later": "l8r", "work": "werk", "where": "were", "there": "ther", "they": "dey", "would": "wud", "could": "cud", "should": "shud"}
HEARD = [("ough", "uf"), ("tion", "shun"), ("ight", "ite"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("wh", "w"), ("ea", "ee"), ("ee", "e"), ("ie", "y"), ("ci", "si"), ("ce", "se"), ("x", "ks"), ("er", "a"), ("ing", "in"), ("ll", "l"), ("ss", "s"), ("tt", "t"), ("pp", "p"), ("y", "i"), ("ou", "ow"), ("a", "e"), ("i", "e")]


def texted(text, rng):
    """As somebody writes by ear or with one thumb: most words wrong."""
    words = []
    for w in text.split(" "):
        low = w.lower()
        if low.rstrip("?.!,") in SHORT and rng.random() < .7:
            w = SHORT[low.rstrip("?.!,")]
        elif len(w) > 3 and w.isalpha() and rng.random() < .7:
            if rng.random() < .25:
                w = low[0] + re.sub("[aeiou]", "", low[1:])
            else:
                for a, b in rng.sample(HEARD, len(HEARD)):
                    if a in low[1:] and rng.random() < .6:
                        w = low = low[0] + low[1:].replace(a, b, 1)
                        break
        words.append(w)
    return (" ".join(words)).lower() if rng.random() < .8 else " ".join(words)


def redressed(text):
    """With capitals and a full stop where it had none, without where it had them: how a message is dressed says nothing of what it does."""
    bare = text.rstrip(".!").lower()
    if text != bare:
        return bare
    return re.sub(r"\bi\b", "I", text[0].upper() + text[1:]) + ("" if text[-1] in "?.!" else ".")


def kept_apart(name):
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % KEPT == 0


def year(statement, page):
    own = (statement.get("asOf") or "")[:4]
    return own if own and own != (page.get("published") or "")[:4] else None


def page(path):
    p = json.load(open(path, encoding="utf-8"))
    title = p["subject"][0].upper() + p["subject"][1:]
    at = {s["n"]: i for i, s in enumerate(p["statements"])}
    candidates = [texts.candidate(title, s["heading"], s.get("lead"), s["text"], s.get("nations", ()), year(s, p)) for s in p["statements"]]
    rows = []
    for q in p["questions"]:
        allowed = None
        if q.get("nation"):
            allowed = [i for i, s in enumerate(p["statements"]) if not s.get("nations") or q["nation"] in s["nations"]]
        rows.append(dict(q, positive=[at[n] for n in q["answers"]], partial=[at[n] for n in q.get("partial", []) if n in at and n not in q["answers"]], allowed=allowed))
    return Group(os.path.basename(path)[:-5], candidates, rows, [s.get("nations", []) for s in p["statements"]], p["subject"].lower())


def pages(kept=False, folder=os.path.join(HERE, "pages")):
    """The pages to train on, or those kept apart."""
    return [page(path) for path in sorted(glob.glob(os.path.join(folder, "*.json"))) if kept_apart(os.path.basename(path)[:-5]) == kept]


def intents(kept=False, folder=os.path.join(HERE, "intents")):
    """Utterances by intent, one dictionary an organisation, or those of the organisations kept apart; neighbouring intents stand side by side."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        if kept_apart(os.path.basename(path)[:-4]) == kept:
            own, name = {}, None
            for line in map(str.strip, open(path, encoding="utf-8")):
                if line.startswith("# "):
                    name = line[2:].split(":")[0]
                elif line and name:
                    own.setdefault(name, []).append(line)
            out.append(own)
    return out


def people(folder=os.path.join(HERE, "people")):
    """What visitors say that asks nothing of any guidance, as texts: pleas and small talk."""
    rows = [line.rstrip("\n").split("\t", 1) for line in open(os.path.join(folder, "train.tsv"), encoding="utf-8") if "\t" in line]
    said = [text.split(" // ") for label, text in rows if label not in ("question", "fact", "out-of-scope")]
    return [texts.question(turns[-1], turns[:-1]) for turns in said]


def lets_through(candidate, nation, written):
    """Whether a candidate speaks for a nation (None: not known); of an editors' answer the section that would be given."""
    own = candidate["nations"]
    if "intent" not in candidate:
        return not nation or nation in own
    others = written[candidate["intent"]]
    return nation in own if nation in others else not own


def shipped(kept=False, folder=os.path.join(HERE, "shipped")):
    """The shipped guidance with the questions on it, or the tenth of them kept apart; None where there is none.
    guidance.jsonl is what `java -jar target/signpost.jar candidates` prints."""
    path = os.path.join(folder, "guidance.jsonl")
    if not os.path.exists(path):
        return None
    base = [json.loads(line) for line in open(path, encoding="utf-8")]
    at = {c["id"]: i for i, c in enumerate(base)}
    sections = {}
    for i, c in enumerate(base):
        if "intent" in c:
            sections.setdefault("A:" + c["intent"], []).append(i)
    candidates = [c["text"] for c in base]
    written = {intent[2:]: {n for i in its for n in base[i]["nations"]} for intent, its in sections.items()}
    rows = []
    for line in open(os.path.join(folder, "questions.jsonl"), encoding="utf-8"):
        q = json.loads(line)
        if kept_apart(q["q"]) != kept:
            continue

        def found(ids):
            out = []
            for each in ids:
                out += sections.get(each, []) if each.startswith("A:") else [at[each]] if each in at else []
            return out

        positive = found(q["answers"])
        allowed = [i for i, c in enumerate(base) if lets_through(c, q.get("for"), written)]
        inside = set(allowed)
        evidence = {at[s] for i in positive for s in base[i].get("evidence", []) if s in at}
        partial = set(found(q.get("partial", []))) | evidence | {i for i in positive if i not in inside}
        positive = [i for i in positive if i in inside]
        if q["answers"] and not positive:
            continue
        rows.append(dict(q, positive=positive, partial=sorted(partial - set(positive)), allowed=allowed))
    return Group("shipped guidance", candidates, rows)
