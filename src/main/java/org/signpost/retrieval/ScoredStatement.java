package org.signpost.retrieval;

import org.signpost.knowledge.Statement;

/**
 * A statement considered as evidence.
 *
 * @param statement the statement
 * @param score what it was ranked by, about 0 to 1.5
 * @param lexical BM25 score, 0 when no term is shared
 * @param cosine how alike it and the question are in meaning
 * @param alignment how well its words meet those of the question in meaning, 0 to 1; 0
 * where it was dropped before that was looked at
 * @param coverage share of the question's weight that its words carry, 0 to 1
 * @param subjectCoverage the same share without the words that the kind of answer stands
 * for, such as "how much": whether it speaks of what the question is about
 * @param fits whether it holds the kind of thing asked for
 * @param reason why it was kept or dropped
 */
public record ScoredStatement(Statement statement, double score, double lexical, double cosine, double alignment,
		double coverage, double subjectCoverage, boolean fits, String reason) {

	ScoredStatement aligned(double alignment) {
		return new ScoredStatement(this.statement, this.score, this.lexical, this.cosine, alignment, this.coverage,
				this.subjectCoverage, this.fits, this.reason);
	}

	ScoredStatement dropped(String why) {
		return new ScoredStatement(this.statement, this.score, this.lexical, this.cosine, this.alignment, this.coverage,
				this.subjectCoverage, this.fits, why);
	}

}
