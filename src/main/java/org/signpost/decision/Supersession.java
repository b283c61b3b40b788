package org.signpost.decision;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figure;
import org.signpost.language.Words;
import org.signpost.retrieval.RankedStatements;
import org.signpost.retrieval.ScoredStatement;
import org.signpost.understanding.Stopwords;

/**
 * Tells when one statement says newly what another said before: in much the same words,
 * or in others where both answer the question asked.
 */
public final class Supersession {

	/**
	 * Share of the words, figures aside, that two wordings of one fact have in common.
	 */
	private static final double SAME_FACT = 0.5;

	/** Words of two statements that meet a question this alike meet it as well. */
	private static final double NEARLY = 0.06;

	/** Only what lies this near to the question can overtake its answer. */
	private static final int NEAREST = 5;

	private static final Set<Figure.Kind> CHANGING = Set.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.NUMBER);

	private Supersession() {
	}

	/**
	 * Whether an editor's section rests on figures that a statement found has overtaken.
	 */
	static boolean stale(CuratedAnswer.Section section, RankedStatements statements) {
		var cited = new HashSet<Statement>();
		section.lines().forEach((line) -> cited.addAll(line.evidence()));
		return statements.hits()
			.stream()
			.limit(NEAREST)
			.filter(ScoredStatement::fits)
			.map(ScoredStatement::statement)
			.filter((hit) -> !cited.contains(hit))
			.filter((hit) -> cited.stream().anyMatch((older) -> overtakes(hit, older)))
			.anyMatch((hit) -> cited.stream().noneMatch((own) -> sameFact(hit, own) && !after(hit, own)));
	}

	/** Whether a statement says of a later date what another said, with other figures. */
	public static boolean overtakes(Statement newer, Statement older) {
		return after(newer, older) && sameFact(newer, older) && !figures(newer).equals(figures(older));
	}

	private static boolean after(Statement a, Statement b) {
		if (a.asOf() == null) {
			return false;
		}
		return b.asOf() == null || a.asOf().compareTo(b.asOf()) > 0;
	}

	/** Whether two statements speak of one thing in nations they share. */
	public static boolean sameFact(Statement a, Statement b) {
		if (a.nations().stream().noneMatch(b.nations()::contains)) {
			return false;
		}
		var kinds = figures(a).stream().map(Figure::kind).collect(Collectors.toSet());
		kinds.retainAll(figures(b).stream().map(Figure::kind).collect(Collectors.toSet()));
		if (kinds.isEmpty()) {
			return false;
		}
		var own = words(a);
		var other = words(b);
		var shared = own.stream().filter(other::contains).count();
		var smaller = Math.min(own.size(), other.size());
		return shared >= SAME_FACT * smaller && shared >= 2
				&& (shared == smaller || shared >= 0.34 * Math.max(own.size(), other.size()));
	}

	/**
	 * Whether both answer one question of a figure, in other words and with other
	 * figures, the one of a later date. "Four years of sea service" and "the sea service
	 * has come down to three years" share what the question names.
	 * @param asked the words of the question that name what it is about
	 */
	public static boolean overtakes(ScoredStatement newer, ScoredStatement older, Set<String> asked) {
		var a = newer.statement();
		var b = older.statement();
		if (!newer.fits() || !older.fits() || !after(a, b) || a.nations().stream().noneMatch(b.nations()::contains)
				|| newer.alignment() < older.alignment() - NEARLY) {
			return false;
		}
		var own = figures(a);
		var other = figures(b);
		if (own.isEmpty() || other.isEmpty() || own.stream().anyMatch(other::contains)
				|| own.stream().map(Figure::kind).noneMatch(other.stream().map(Figure::kind).toList()::contains)) {
			return false;
		}
		var named = asked.stream().filter(b.stems()::contains).toList();
		var shared = named.stream().filter(a.stems()::contains).count();
		return shared >= 2 && shared > SAME_FACT * named.size();
	}

	private static Set<Figure> figures(Statement statement) {
		return statement.figures()
			.stream()
			.filter((figure) -> CHANGING.contains(figure.kind()))
			.collect(Collectors.toSet());
	}

	/** The words of a statement without figures, dates and nations. */
	private static Set<String> words(Statement statement) {
		return statement.stems()
			.stream()
			.filter((stem) -> stem.chars().allMatch(Character::isLetter) && !NEUTRAL.contains(stem)
					&& !Stopwords.containsStem(stem))
			.collect(Collectors.toSet());
	}

	private static final Set<String> NEUTRAL = Set.copyOf(new HashSet<>(Words.stems(
			"england wales scotland northern ireland year january february march april may june july august september october november december "
					+ "figures rose rise higher now new newer old older previously current currently")));

}
