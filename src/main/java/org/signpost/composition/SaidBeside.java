package org.signpost.composition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.signpost.decision.Decision;
import org.signpost.decision.Supersession;
import org.signpost.judging.Judged;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figures;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.understanding.Query;
import org.signpost.understanding.Stopwords;

/**
 * What is said beside an answer: the likeliest that says what it does not, a statement or
 * what an editors' answer begins with (record 36). Safe for many threads; microseconds.
 */
final class SaidBeside {

	/** More probably right than that, an answer has nothing beside it but statements. */
	private static final double SURE = 0.95;

	/**
	 * What an editors' answer needs of the odds of what is given: more than a statement
	 * does, as two of one subject are often likely for one reason.
	 */
	private static final double RUNNER_UP = 0.3;

	private final Supersession supersession;

	private final int longest;

	/**
	 * What may be said beside others.
	 * @param supersession tells what is newer than what
	 * @param longest words of an answer that nothing is added beyond
	 */
	SaidBeside(Supersession supersession, int longest) {
		this.supersession = supersession;
		this.longest = longest;
	}

	/**
	 * Adds one thing to the editors' answer that stands in the builder, if any is fit.
	 */
	void add(Decision.Curated decision, AnswerBuilder answer) {
		var judged = decision.judgement().judged();
		judged.stream()
			.filter((each) -> each.what().equals(decision.given()))
			.findFirst()
			.ifPresent((given) -> addFirst(judged.stream()
				.filter((each) -> !each.equals(given) && each.beside(given))
				.flatMap((each) -> (each.what() instanceof StatementCandidate candidate)
						? statement(candidate.statement(), decision.query(), answer).stream()
						: beginning(each, given, decision.judgement(), answer).stream()),
					answer));
	}

	/** Adds the beginning of an editors' answer to statements, if one is fit. */
	void add(Decision.Answer decision, AnswerBuilder answer) {
		var judged = decision.judgement().judged();
		judged.stream()
			.filter((each) -> each.what() instanceof StatementCandidate)
			.findFirst()
			.ifPresent((given) -> addFirst(
					judged.stream().flatMap((each) -> beginning(each, given, decision.judgement(), answer).stream()),
					answer));
	}

	private void addFirst(Stream<List<Piece>> fit, AnswerBuilder answer) {
		fit.filter((pieces) -> answer.words() + pieces.stream().mapToInt(Piece::words).sum() <= this.longest)
			.findFirst()
			.ifPresent((pieces) -> pieces.forEach((piece) -> answer.add(piece.kind, piece.text, piece.evidence)));
	}

	/** A statement that is in force, where nothing the answer cites is newer. */
	private Optional<List<Piece>> statement(Statement statement, Query query, AnswerBuilder answer) {
		var shown = answer.text();
		var fit = !answer.cites(statement)
				&& (!Figures.in(shown).containsAll(statement.figures())
						|| !ExtractiveComposer.says(shown, statement.text()))
				&& Supersession.inForce(statement, query.asOf())
				&& answer.cited()
					.stream()
					.noneMatch((said) -> this.supersession.overtakes(said, statement)
							|| this.supersession.sameFact(said, statement));
		return fit
				? Optional.of(List.of(new Piece(Block.Kind.P, StatementText.of(statement, query), List.of(statement))))
				: Optional.empty();
	}

	/**
	 * The first line of another editors' answer that is about as likely as what is given,
	 * with its items where it leads in.
	 */
	private Optional<List<Piece>> beginning(Judged judged, Judged given, Judgement judgement, AnswerBuilder answer) {
		var likely = judgement.answered() <= SURE && judged.beside(given, RUNNER_UP);
		if (!likely || !(judged.what() instanceof CuratedCandidate other) || !mayStand(other, given.what(), judgement)
				|| ExtractiveComposer.says(answer.text(), other.section().lines().getFirst().text())) {
			return Optional.empty();
		}
		var lines = other.section().lines();
		var items = (int) lines.stream().skip(1).takeWhile((line) -> line.kind() == CuratedAnswer.Kind.ITEM).count();
		return Optional.of(IntStream.rangeClosed(0, items).mapToObj((i) -> {
			var line = lines.get(i);
			return new Piece(EditorsLines.kind(line.kind()), (i == 0) ? named(other, line.text()) : line.text(),
					line.evidence());
		}).toList());
	}

	/** Not beside its own intent's, nor where either says that nothing is known. */
	private boolean mayStand(CuratedCandidate other, Candidate given, Judgement judgement) {
		return EditorsLines.cover(other.section()) && !this.supersession.stale(other.section(), judgement)
				&& !(given instanceof CuratedCandidate curated
						&& (curated.answer().equals(other.answer()) || !EditorsLines.cover(curated.section())));
	}

	/** Under its title a line may leave out what it speaks of; here it is said. */
	private static String named(CuratedCandidate other, String line) {
		var text = EditorsLines.withoutVerdict(line);
		var title = Stopwords.contentStems(other.label());
		return Stopwords.contentStems(text).stream().anyMatch(title::contains) ? text : other.label() + ": " + text;
	}

	/**
	 * One block to add.
	 *
	 * @param kind what it is
	 * @param text the words
	 * @param evidence what backs it
	 */
	private record Piece(Block.Kind kind, String text, List<Statement> evidence) {

		int words() {
			return this.text.split("\\s+").length;
		}

	}

}
