"""How a question and a candidate are put into text for the model. The Java side (retrieval/CandidateText, understanding/Query) does the same, letter for letter."""
import re

NATIONS = {"ENGLAND": "England", "WALES": "Wales", "SCOTLAND": "Scotland", "NORTHERN_IRELAND": "Northern Ireland"}
NAMED = {"ENGLAND": "england|english", "WALES": "wales|welsh", "SCOTLAND": "scot", "NORTHERN_IRELAND": "northern ir|n\\. ?ireland"}


def names(nation, text):
    return re.search(NAMED[nation], text.lower()) is not None


def candidate(title, heading, lead, text, nations=(), year=None):
    """"title > heading: lead: text (nations, year)", the bracket only for what the words do not say."""
    out = title + (f" > {heading}" if heading and heading != title else "") + ": "
    if lead:
        out += lead.rstrip(": .") + ": "
    out += text
    more = []
    if nations and len(nations) < 4 and not any(names(n, out) for n in nations):
        more += [NATIONS[n] for n in NATIONS if n in nations]
    if year and not re.search("(19|20)\\d\\d", out):
        more.append(year)
    return out + (f" ({', '.join(more)})" if more else "")


def question(message, before=(), nation=None):
    """Earlier messages of the visitor and the last one, oldest first."""
    out = " | ".join(list(before) + [message])
    return out + f" ({NATIONS[nation]})" if nation and not names(nation, out) else out
