package org.signpost.composition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.signpost.decision.Decision;
import org.signpost.decision.Supersession;
import org.signpost.judging.Judged;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figures;
import org.signpost.language.Words;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.retrieval.StatementCandidate;
import org.signpost.understanding.Stopwords;

/**
 * What is said beside an editors' answer: the likeliest that says what the answer does
 * not, a statement or what another editors' answer begins with (record 36). Safe for many
 * threads; microseconds.
 */
final class SaidBeside {

	/** From here on nothing but the editors' answer itself is likely to be meant. */
	private static final double SURE = 0.95;

	/**
	 * What another editors' answer needs of the odds of the one that is given: more than
	 * a statement does, as two of one subject are often likely for one reason.
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
			.ifPresent((given) -> judged.stream()
				.filter((each) -> !each.equals(given) && each.beside(given))
				.flatMap((each) -> pieces(each, given, decision, answer).stream())
				.filter((pieces) -> answer.words() + pieces.stream().mapToInt(Piece::words).sum() <= this.longest)
				.findFirst()
				.ifPresent((pieces) -> pieces.forEach((piece) -> answer.add(piece.kind, piece.text, piece.evidence))));
	}

	private Optional<List<Piece>> pieces(Judged judged, Judged given, Decision.Curated decision, AnswerBuilder answer) {
		return switch (judged.what()) {
			case StatementCandidate candidate -> statement(candidate.statement(), decision, answer);
			case CuratedCandidate candidate -> (decision.judgement().answered() <= SURE
					&& judged.beside(given, RUNNER_UP) && EditorsLines.cover(decision.given().section()))
							? beginning(candidate, decision, answer) : Optional.empty();
		};
	}

	/** A statement that is in force, where nothing the answer cites is newer. */
	private Optional<List<Piece>> statement(Statement statement, Decision.Curated decision, AnswerBuilder answer) {
		var shown = shown(answer);
		var fit = !answer.cites(statement)
				&& (!Figures.in(shown).containsAll(statement.figures()) || !ExtractiveComposer.says(shown, statement))
				&& Supersession.inForce(statement, decision.query().asOf())
				&& answer.cited().stream().noneMatch((said) -> this.supersession.overtakes(said, statement));
		return fit
				? Optional.of(List
					.of(new Piece(Block.Kind.P, StatementText.of(statement, decision.query()), List.of(statement))))
				: Optional.empty();
	}

	/** The first line of another editors' answer, with its items where it leads in. */
	private Optional<List<Piece>> beginning(CuratedCandidate other, Decision.Curated decision, AnswerBuilder answer) {
		var lines = other.section().lines();
		var fit = !other.answer().equals(decision.given().answer()) && EditorsLines.cover(other.section())
				&& !this.supersession.stale(other.section(), decision.judgement());
		if (!fit || ExtractiveComposer.says(shown(answer), lines.getFirst().text())) {
			return Optional.empty();
		}
		var items = (int) lines.stream().skip(1).takeWhile((line) -> line.kind() == CuratedAnswer.Kind.ITEM).count();
		return Optional.of(IntStream.rangeClosed(0, items).mapToObj((i) -> {
			var line = lines.get(i);
			return new Piece(EditorsLines.kind(line.kind()), (i == 0) ? named(other, line.text()) : line.text(),
					line.evidence());
		}).toList());
	}

	/** Under its title a line may leave out what it speaks of; here it is said. */
	private static String named(CuratedCandidate other, String line) {
		var text = EditorsLines.withoutVerdict(line);
		var title = stems(other.label());
		return stems(text).stream().anyMatch(title::contains) ? text : other.label() + ": " + text;
	}

	private static Set<String> stems(String text) {
		return Stopwords.contentWords(text).stream().map(Words::stem).collect(Collectors.toSet());
	}

	private static String shown(AnswerBuilder answer) {
		return answer.blocks().stream().map(Block::text).collect(Collectors.joining(" "));
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
