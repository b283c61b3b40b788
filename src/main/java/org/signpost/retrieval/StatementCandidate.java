package org.signpost.retrieval;

import java.util.Set;

import org.signpost.knowledge.Nation;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;

/**
 * A statement of a source.
 *
 * @param statement the statement
 * @param text what the judge reads of it
 */
public record StatementCandidate(Statement statement, String text) implements Candidate {

	static StatementCandidate of(Statement statement, Source source) {
		return new StatementCandidate(statement, CandidateText.of(statement, source));
	}

	@Override
	public String id() {
		return this.statement.id();
	}

	@Override
	public Set<Nation> nations() {
		return this.statement.nations();
	}

	@Override
	public String label() {
		return this.statement.section();
	}

}
