package org.signpost.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.signpost.language.Words;

/**
 * The beginnings of a curated answer to what was asked in vain: everything but what it
 * says. Until an editor has written that, the knowledge base sets it aside as a mistake,
 * so it cannot reach a visitor half made.
 *
 * @param file where it belongs in the knowledge base
 * @param text what stands in it
 */
public record AnswerDraft(String file, String text) {

	/** As many as the format of the knowledge base asks for. */
	static final int EXAMPLES = 15;

	private static final int WORDS = 4;

	private static final int SHORTEST = 4;

	/**
	 * Drafts an answer.
	 * @param typical the question it answers
	 * @param wordings how it was asked, the most typical first
	 * @param taken intents that have an answer
	 */
	static AnswerDraft of(String typical, List<String> wordings, Set<String> taken) {
		var examples = wordings.stream()
			.distinct()
			.limit(EXAMPLES)
			.map((wording) -> "  - " + quoted(wording) + "\n")
			.collect(Collectors.joining());
		var text = """
				---
				title:       # TODO what it answers, to be read after "I can tell you about"
				examples:    # TODO 8 to 15 in all; take out what is meant otherwise
				%s# TODO below: the answer, each sentence with a figure, a date or a rule followed by its [source-id];
				# type the figures and run "check", which tells the references to write in their place
				---
				## Anywhere
				""".formatted(examples);
		return new AnswerDraft("answers/" + free(name(typical), taken) + ".md", text);
	}

	private static String name(String typical) {
		var name = Words.of(typical)
			.stream()
			.filter((word) -> word.length() >= SHORTEST && word.matches("[a-z0-9]+"))
			.limit(WORDS)
			.collect(Collectors.joining("-"));
		return name.isEmpty() ? "new-answer" : name;
	}

	private static String free(String name, Set<String> taken) {
		var free = name;
		for (int i = 2; taken.contains(free); i++) {
			free = name + "-" + i;
		}
		return free;
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

}
