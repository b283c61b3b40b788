package org.signpost.judging;

import java.util.List;
import java.util.stream.Stream;

import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CandidateSource;
import org.signpost.understanding.Query;

/**
 * Judges what is asked in each way that it may be read, each on candidates of its own;
 * the reading that is likelier answered counts. A word that looks misspelt may be right,
 * and what is asked in one message after something else may go on from it or not. Costs a
 * judgement a reading; most questions have one. Safe for many threads.
 */
public final class ReadingsJudge {

	private final CandidateSource candidates;

	private final RelevanceJudge judge;

	public ReadingsJudge(CandidateSource candidates, RelevanceJudge judge) {
		this.candidates = candidates;
		this.judge = judge;
	}

	/**
	 * Judges a query on candidates that were found for it, and its other readings.
	 * @param query what is asked
	 * @param found what may answer it in its first reading
	 */
	public Judgement judge(Query query, List<Candidate> found) {
		return Stream.concat(Stream.of(this.judge.judge(query, found)), query.otherwise().stream().map(this::judge))
			.reduce((first, other) -> (other.answered() > first.answered()) ? other : first)
			.orElseThrow();
	}

	/** Finds the candidates of a query and judges it on them. */
	public Judgement judge(Query query) {
		return judge(query, this.candidates.find(query));
	}

}
