package org.signpost.retrieval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;

/**
 * The section of an editor's answer that would be given.
 *
 * @param answer the answer
 * @param section the section of it
 * @param text what the judge reads of it
 * @param speaksFor the nations that it is given for
 */
public record CuratedCandidate(CuratedAnswer answer, CuratedAnswer.Section section, String text,
		Set<Nation> speaksFor) implements Candidate {

	public CuratedCandidate {
		speaksFor = Set.copyOf(speaksFor);
	}

	static CuratedCandidate of(CuratedAnswer answer, CuratedAnswer.Section section) {
		var text = CandidateText.of(answer, section);
		return new CuratedCandidate(answer, section, text, Arrays.stream(Nation.values())
			.filter((nation) -> answer.findSection(nation).or(answer::findAnywhere).filter(section::equals).isPresent())
			.filter((nation) -> !ofOthers(section, text, nation))
			.collect(Collectors.toSet()));
	}

	/**
	 * Whether all that is stated holds for other nations, and none of it speaks of this
	 * one.
	 */
	private static boolean ofOthers(CuratedAnswer.Section section, String text, Nation nation) {
		var stated = section.lines().stream().flatMap((line) -> line.evidence().stream()).toList();
		return section.nations().isEmpty() && !stated.isEmpty()
				&& stated.stream().noneMatch((statement) -> statement.nations().contains(nation))
				&& !nation.isNamedIn(text);
	}

	@Override
	public String id() {
		return this.answer.intent() + "/" + this.answer.sections().indexOf(this.section);
	}

	@Override
	public Set<Nation> nations() {
		return this.section.nations();
	}

	@Override
	public String label() {
		var title = this.answer.title();
		return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
	}

}
