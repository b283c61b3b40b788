package org.signpost.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An editor's answer to one intent.
 *
 * @param intent name of the intent, the file's name without {@code .md}
 * @param title short noun phrase for "I can tell you about ..."
 * @param examples questions in visitors' words that mean this intent
 * @param suggestions next questions
 * @param sections the answer by nation
 */
public record CuratedAnswer(String intent, String title, List<String> examples, List<String> suggestions,
		List<Section> sections) {

	public CuratedAnswer {
		examples = List.copyOf(examples);
		suggestions = List.copyOf(suggestions);
		sections = List.copyOf(sections);
	}

	/** The section written for this nation, if there is one. */
	public Optional<Section> findSection(Nation nation) {
		return this.sections.stream().filter((section) -> section.nations().contains(nation)).findFirst();
	}

	/** The section for a nation not known or not named by another section. */
	public Optional<Section> findAnywhere() {
		return this.sections.stream().filter((section) -> section.nations().isEmpty()).findFirst();
	}

	/**
	 * What is said in some nations.
	 *
	 * @param nations the nations, or none when it is for anywhere
	 * @param lines what is said
	 */
	public record Section(Set<Nation> nations, List<Line> lines) {

		public Section {
			nations = Set.copyOf(nations);
			lines = List.copyOf(lines);
		}

	}

	/**
	 * One sentence, list item or note.
	 *
	 * @param kind what it is
	 * @param text the words, without their citations
	 * @param sources ids of the sources named as stating it
	 * @param evidence the statements of those sources that state it, best first
	 * @param line line in the answer's file, from 1
	 */
	public record Line(Kind kind, String text, List<String> sources, List<Statement> evidence, int line) {

		public Line {
			sources = List.copyOf(sources);
			evidence = List.copyOf(evidence);
		}

	}

	/** What a line of a curated answer is. */
	public enum Kind {

		SENTENCE, ITEM, NOTE

	}

}
