package org.signpost.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.signpost.language.Sentences;

/**
 * Cuts a message that asks two things into two questions, and drops what only leads up to
 * a question. Safe for many threads.
 */
final class QuestionSplitter {

	private static final int MOST = 3;

	private static final String ASKS = "(?:how|what|what's|whats|where|when|who|which|why|do|does|did|is|are|am|can|could|must|should|will|would|have|has|may)";

	/**
	 * After "and" an auxiliary asks only with its subject behind it: "and can I", not
	 * "and would love".
	 */
	private static final String ASKS_ANEW = "(?:(?:how|what|what's|whats|where|when|who|which|why)\\b\\s+\\w|(?:do|does|did|is|are|am|can|could|must|should|will|would|have|has|may)\\s+(?:i|you|we|they|he|she|it|there|a|an|the|my|your|this|that|these|those|any|all|some|new|sencos?|teachers?|someone|people)\\b|(?:do|does|did|can|must|should|will|would) \\w{3,}s\\b(?! to\\b))";

	private static final Pattern JOINED = Pattern
		.compile("(?:,|;)?\\s+(?:and|also|plus|&|and also|as well as|but)\\s+(?=(?:also |then |if so |please )?"
				+ ASKS_ANEW + ")|[;,]\\s+(?=" + ASKS_ANEW + "\\w*\\s+\\w)", Pattern.CASE_INSENSITIVE);

	private static final Pattern ASKING = Pattern
		.compile("\\?|^(?:(?:and|but|so|ok|okay|also|hi|hello|please|or|well|then),? )*" + ASKS
				+ "\\b|\\b(?:tell me|wondering|want(?:ed)? to know|like to know|need to know|can you|could you|explain|advice on|interested in|looking for|any idea|curious|not sure)\\b",
				Pattern.CASE_INSENSITIVE);

	private final Sentences sentences;

	QuestionSplitter(Sentences sentences) {
		this.sentences = sentences;
	}

	/**
	 * The questions asked, in order; the whole text when nothing in it reads like one.
	 */
	List<String> split(String text) {
		var parts = new ArrayList<String>();
		var lead = new StringBuilder();
		for (var sentence : sentences(text)) {
			if (ASKING.matcher(sentence).find()) {
				for (var part : clauses(sentence)) {
					parts.add(part);
				}
			}
			else {
				lead.append(sentence).append(' ');
			}
		}
		if (parts.isEmpty()) {
			return List.of(text);
		}
		if (parts.size() > MOST) {
			// somebody who asks many things at once is answered on the last ones
			return List.copyOf(parts.subList(parts.size() - MOST, parts.size()));
		}
		return List.copyOf(parts);
	}

	/** What was said around the questions. */
	String lead(String text) {
		var lead = new StringBuilder();
		for (var sentence : sentences(text)) {
			if (!ASKING.matcher(sentence).find()) {
				lead.append(sentence).append(' ');
			}
		}
		return lead.toString().strip();
	}

	private List<String> sentences(String text) {
		var result = new ArrayList<String>();
		for (var line : text.split("(?<=\\?)\\s+|\\n+", -1)) {
			result.addAll(this.sentences.of(line));
		}
		return result;
	}

	private static List<String> clauses(String sentence) {
		var clauses = new ArrayList<String>();
		for (var clause : JOINED.split(sentence, -1)) {
			var plain = clause.strip();
			if (plain.isEmpty()) {
				continue;
			}
			// "can I do it and is" is no question of its own
			if (!clauses.isEmpty() && !ASKING.matcher(clauses.getLast()).find()) {
				clauses.set(clauses.size() - 1, clauses.getLast() + ", " + plain);
			}
			else if (!clauses.isEmpty() && (Stopwords.contentWords(plain).isEmpty()
					|| Stopwords.contentWords(clauses.getLast()).isEmpty())) {
				clauses.set(clauses.size() - 1, clauses.getLast() + " and " + plain);
			}
			else {
				clauses.add(plain);
			}
		}
		return clauses;
	}

}
