package org.signpost.decision;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.signpost.judging.Judgement;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.Statement;
import org.signpost.language.Figure;
import org.signpost.language.Words;
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

	/** More likely to answer than not. */
	private static final double EVEN = 0.5;

	/**
	 * Share of the words, with those of their headings, that two statements on one
	 * subject have in common.
	 */
	private static final double ONE_SUBJECT = 0.45;

	/** Likely enough to answer that a later date may decide. */
	private static final double PLAUSIBLE = 0.2;

	private static final Set<Figure.Kind> CHANGING = Set.of(Figure.Kind.MONEY, Figure.Kind.PERCENT, Figure.Kind.NUMBER);

	private Supersession() {
	}

	/**
	 * Whether an editor's section rests on figures that a statement judged likely has
	 * overtaken.
	 */
	static boolean stale(CuratedAnswer.Section section, Judgement judgement) {
		var cited = new HashSet<Statement>();
		section.lines().forEach((line) -> cited.addAll(line.evidence()));
		return judgement.statements()
			.stream()
			.filter((likely) -> likely.probability() > EVEN)
			.map(Judgement.Likely::statement)
			.filter((hit) -> !cited.contains(hit))
			.filter((hit) -> cited.stream().anyMatch((older) -> overtakes(hit, older)))
			.anyMatch((hit) -> cited.stream().noneMatch((own) -> sameFact(hit, own) && !after(hit, own)));
	}

	/**
	 * Whether a statement says of a later date what another said, with a figure that the
	 * other has not.
	 */
	public static boolean overtakes(Statement newer, Statement older) {
		return after(newer, older) && sameFact(newer, older) && !figures(older).containsAll(figures(newer));
	}

	private static boolean after(Statement a, Statement b) {
		if (a.asOf() == null) {
			return false;
		}
		return b.asOf() == null || a.asOf().compareTo(b.asOf()) > 0;
	}

	/** Later by any reading: a month of 2025 is not later than "2025". */
	private static boolean whollyAfter(Statement a, Statement b) {
		var own = a.asOf();
		var other = b.asOf();
		return own != null && (other == null || own.earliest().isAfter(other.latest()));
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
	 * Whether one may answer a question as the other does, in other words and with other
	 * figures of the same kinds, the one of a later date: "four years of sea service" and
	 * "the sea service has come down to three years".
	 */
	public static boolean overtakes(Judgement.Likely newer, Judgement.Likely older) {
		var a = newer.statement();
		var b = older.statement();
		if (newer.probability() < PLAUSIBLE || !whollyAfter(a, b)
				|| a.nations().stream().noneMatch(b.nations()::contains) || !oneSubject(a, b)) {
			return false;
		}
		var own = figures(a);
		var other = figures(b);
		return !own.isEmpty() && !other.isEmpty() && own.stream().noneMatch(other::contains)
				&& own.stream().map(Figure::kind).anyMatch(other.stream().map(Figure::kind).toList()::contains);
	}

	private static Set<Figure> figures(Statement statement) {
		return statement.figures()
			.stream()
			.filter((figure) -> CHANGING.contains(figure.kind()))
			.collect(Collectors.toSet());
	}

	private static boolean oneSubject(Statement a, Statement b) {
		// one heading over both says nothing of whether they speak of one thing
		var together = a.source().equals(b.source()) && a.headings().equals(b.headings());
		var own = together ? words(a) : subject(a);
		var other = together ? words(b) : subject(b);
		var shared = own.stream().filter(other::contains).count();
		return shared >= 2 && shared >= ONE_SUBJECT * Math.min(own.size(), other.size());
	}

	/** The words of a statement and of the heading it stands under. */
	private static Set<String> subject(Statement statement) {
		var words = new HashSet<>(words(statement));
		Words.stems(statement.section())
			.stream()
			.filter((stem) -> !NEUTRAL.contains(stem) && !Stopwords.containsStem(stem))
			.forEach(words::add);
		return words;
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
