package org.signpost.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.signpost.answering.Edition;
import org.signpost.review.Comparison.Change;

/**
 * Asks two editions of the guidance the same conversations and tells which answers are
 * others: by a word, a citation, a suggestion, whatever a visitor reads. Safe for use by
 * many threads.
 */
final class AnswerComparison {

	private final Edition before;

	private final Edition after;

	private final LocalDate date;

	private final StatementChanges statements;

	private final Causes causes;

	AnswerComparison(Edition before, Edition after, LocalDate date) {
		this.before = before;
		this.after = after;
		this.date = date;
		this.statements = StatementChanges.between(before.knowledgeBase(), after.knowledgeBase());
		this.causes = new Causes(before.knowledgeBase(), after.knowledgeBase(), this.statements);
	}

	/** What is stated otherwise. */
	StatementChanges statements() {
		return this.statements;
	}

	/**
	 * The turns of a conversation that are answered otherwise. A turn whose answer rests
	 * on nothing that differs is another because of the turn before it, or else because
	 * of something among all that differs.
	 */
	List<Change> changes(String name, EvaluationCase each) {
		var old = AnswerEvaluation.answers(this.before.engine(), each, this.date);
		var fresh = AnswerEvaluation.answers(this.after.engine(), each, this.date);
		var changes = new ArrayList<Change>();
		for (int i = 0; i < old.size(); i++) {
			if (old.get(i).isEmpty() || fresh.get(i).isEmpty()) {
				continue;
			}
			var was = GivenAnswer.of(old.get(i).get(), false);
			var is = GivenAnswer.of(fresh.get(i).get(), false);
			if (!was.readsAs(is)) {
				var because = this.causes.of(old.get(i).get(), fresh.get(i).get());
				if (because.isEmpty()) {
					because = changes.isEmpty() ? this.causes.all() : changes.getLast().because();
				}
				var turn = each.turns().get(i);
				changes.add(new Change(name, i + 1, turn.user(), turn.nation(), was, is, because));
			}
		}
		return changes;
	}

}
