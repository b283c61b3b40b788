package org.signpost.retrieval;

import java.util.Locale;
import java.util.Set;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Nation;

/**
 * The section of an editor's answer that would be given.
 *
 * @param answer the answer
 * @param section the section of it
 * @param text what the judge reads of it
 */
public record CuratedCandidate(CuratedAnswer answer, CuratedAnswer.Section section, String text) implements Candidate {

	static CuratedCandidate of(CuratedAnswer answer, CuratedAnswer.Section section) {
		return new CuratedCandidate(answer, section, CandidateText.of(answer, section));
	}

	@Override
	public String id() {
		return this.answer.intent() + "/" + this.answer.sections().indexOf(this.section);
	}

	@Override
	public Set<Nation> nations() {
		return this.section.nations();
	}

	/**
	 * Whether all that it states holds for other nations, and none of it speaks of this
	 * one.
	 */
	boolean ofOthersThan(Nation nation) {
		var stated = this.section.lines().stream().flatMap((line) -> line.evidence().stream()).toList();
		return this.section.nations().isEmpty() && !stated.isEmpty()
				&& stated.stream().noneMatch((statement) -> statement.nations().contains(nation))
				&& !nation.isNamedIn(this.text);
	}

	@Override
	public String label() {
		var title = this.answer.title();
		return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
	}

}
