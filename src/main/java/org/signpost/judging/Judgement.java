package org.signpost.judging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.signpost.retrieval.StatementCandidate;

/**
 * What the judge makes of all candidates for one question.
 *
 * @param judged the candidates, the likeliest first
 * @param answered how probably the likeliest, with what stands close behind it, answers
 * the question; calibrated: of the questions given a number, that share is answered right
 */
public record Judgement(List<Judged> judged, double answered) {

	public Judgement {
		judged = List.copyOf(judged);
	}

	/** The likeliest candidate, if there is any. */
	public Optional<Judged> best() {
		return this.judged.stream().findFirst();
	}

	/** The statements judged, the likeliest first. */
	public List<Likely> statements() {
		return this.judged.stream().flatMap(Judgement::statement).toList();
	}

	private static Stream<Likely> statement(Judged judged) {
		return (judged.what() instanceof StatementCandidate candidate)
				? Stream.of(new Likely(candidate.statement(), judged.probability())) : Stream.empty();
	}

	/**
	 * A statement and how probably it answers the question.
	 *
	 * @param statement the statement
	 * @param probability 0 to 1
	 */
	public record Likely(org.signpost.knowledge.Statement statement, double probability) {

		/** Whether it is likely enough to be said beside another. */
		public boolean beside(Likely best) {
			return Judged.beside(this.probability, best.probability);
		}

	}

}
