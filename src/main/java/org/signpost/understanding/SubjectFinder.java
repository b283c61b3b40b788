package org.signpost.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.Concept;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.Words;

/**
 * Finds the phrase that says what a question is about, from the words of the guidance
 * alone, so that it works where there is no vocabulary. Immutable.
 */
final class SubjectFinder {

	/** What is asked of a subject rather than the subject. */
	private static final Set<String> ASPECTS = Set.copyOf(Words.stems(
			"pay paid salary earn wage money cost fee price long time year month week hour day start finish begin end late work job become role apply train course number date old qualify experience skill duty progress difference deadline place require requirement valid part full half rate allowance figure new current"));

	private final Map<String, Integer> frequency = new HashMap<>();

	private final int statements;

	private final @Nullable Concept mainRole;

	SubjectFinder(KnowledgeBase knowledgeBase) {
		this.statements = knowledgeBase.statements().size();
		for (var statement : knowledgeBase.statements()) {
			var words = new HashSet<>(Words.stems(statement.text()));
			statement.headings().forEach((heading) -> words.addAll(Words.stems(heading)));
			words.forEach((word) -> this.frequency.merge(word, 1, Integer::sum));
		}
		this.mainRole = mainRole(knowledgeBase);
	}

	private static @Nullable Concept mainRole(KnowledgeBase knowledgeBase) {
		var counts = new HashMap<Concept, Integer>();
		for (var statement : knowledgeBase.statements()) {
			for (var mention : knowledgeBase.vocabulary().mentions(statement.text())) {
				if (mention.concept().kind().equals("role")) {
					counts.merge(mention.concept(), 1, Integer::sum);
				}
			}
		}
		return counts.entrySet()
			.stream()
			.max(Map.Entry.<Concept, Integer>comparingByValue().thenComparing((entry) -> entry.getKey().id()))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	/** The role that the guidance speaks of most, if its vocabulary knows roles. */
	Optional<Concept> mainRole() {
		return Optional.ofNullable(this.mainRole);
	}

	/** Whether words only ask something of a subject without naming one. */
	boolean onlyAspects(List<String> words) {
		return words.stream().map(Words::stem).allMatch(ASPECTS::contains);
	}

	/** Whether the guidance uses a word in any form. */
	boolean uses(String word) {
		return this.frequency.containsKey(Words.stem(word));
	}

	/** How telling a word is: the logarithm of how few statements use it, at least 0. */
	double weight(String stem) {
		return Math.log((this.statements + 1.0) / (this.frequency.getOrDefault(stem, 0) + 0.5));
	}

	/**
	 * The longest run of words of the question that names a subject of the guidance; may
	 * be empty.
	 */
	String phrase(String question) {
		List<String> best = List.of();
		var run = new ArrayList<String>();
		for (var word : Words.of(question)) {
			var stem = Words.stem(word);
			if (!Stopwords.contains(word) && !ASPECTS.contains(stem) && this.frequency.containsKey(stem)
					&& !isNation(word)) {
				run.add(word);
			}
			else {
				best = longer(best, run);
				run.clear();
			}
		}
		return String.join(" ", longer(best, run));
	}

	private static boolean isNation(String word) {
		return Set.of("england", "wales", "scotland", "northern", "ireland", "welsh", "scottish", "english")
			.contains(word);
	}

	private static List<String> longer(List<String> a, List<String> b) {
		return (b.size() > a.size()) ? List.copyOf(b) : a;
	}

}
