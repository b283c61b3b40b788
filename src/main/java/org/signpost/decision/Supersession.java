package org.signpost.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.signpost.judging.Judgement;
import org.signpost.judging.SameFact;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.StatedReplacement;
import org.signpost.knowledge.Statement;

/**
 * Tells when one statement says newly what another said before: both state one fact of
 * one kind, nation, group and condition, with other values, and the one is later by any
 * reading of their dates. Safe for many threads.
 */
public final class Supersession {

	/**
	 * So probably one fact that a later date decides; of what only looks alike one pair
	 * in fourteen is taken for it, of what merely stands on one page one in a hundred.
	 */
	private static final double ONE_FACT = 0.75;

	/** The same where both are likely to answer the one question asked. */
	private static final double ONE_FACT_ASKED_FOR = 0.5;

	/** More likely to answer than not. */
	private static final double EVEN = 0.5;

	/** Likely enough to answer that a later date may decide. */
	private static final double PLAUSIBLE = 0.2;

	private final SameFact sameFact;

	private final BiPredicate<Statement, Statement> apart;

	/** Of guidance on one subject. */
	public Supersession(SameFact sameFact) {
		this(sameFact, (a, b) -> false);
	}

	/**
	 * Of guidance on several subjects.
	 * @param sameFact how probably two statements state one fact
	 * @param apart whether two are on different subjects, so that they do not
	 */
	public Supersession(SameFact sameFact, BiPredicate<Statement, Statement> apart) {
		this.sameFact = sameFact;
		this.apart = apart;
	}

	/**
	 * Whether an editor's section rests on figures that a statement judged likely has
	 * overtaken.
	 */
	public boolean stale(CuratedAnswer.Section section, Judgement judgement) {
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
	public boolean overtakes(Statement newer, Statement older) {
		return overtakes(newer, older, ONE_FACT);
	}

	/** The same of two that may both answer the question asked. */
	public boolean overtakes(Judgement.Likely newer, Judgement.Likely older) {
		return overtakes(newer.statement(), older.statement(),
				(newer.probability() < PLAUSIBLE) ? ONE_FACT : ONE_FACT_ASKED_FOR);
	}

	private boolean overtakes(Statement newer, Statement older, double bar) {
		return after(newer, older) && SameFact.comparable(newer, older)
				&& !SameFact.changing(older).containsAll(SameFact.changing(newer)) && !this.apart.test(newer, older)
				&& this.sameFact.probability(newer, older) >= bar;
	}

	/** Whether two statements speak of one thing in nations they share. */
	public boolean sameFact(Statement a, Statement b) {
		return !this.apart.test(a, b) && this.sameFact.probability(a, b) >= ONE_FACT;
	}

	/**
	 * Which of two statements that give different values for one thing an answer to a
	 * question that both may answer gives, and why.
	 * @param replacements what the guidance says has been replaced
	 * @param day when it is asked
	 */
	public Precedence precedence(Statement a, Statement b, Collection<StatedReplacement> replacements, LocalDate day) {
		return replaced(a, b, replacements, day).or(() -> replaced(b, a, replacements, day))
			.or(() -> notYet(a, b, day))
			.or(() -> notYet(b, a, day))
			.or(() -> newer(a, b))
			.or(() -> newer(b, a))
			.orElseGet(() -> Precedence.none(after(a, b) || after(b, a)));
	}

	private static Optional<Precedence> replaced(Statement given, Statement other,
			Collection<StatedReplacement> replacements, LocalDate day) {
		var inForce = replacements.stream().filter((each) -> inForce(each.statement(), day)).toList();
		return inForce.stream().anyMatch((each) -> each.overtakes(other))
				&& inForce.stream().noneMatch((each) -> each.overtakes(given))
						? Optional.of(new Precedence(given, Precedence.Reason.REPLACED)) : Optional.empty();
	}

	private static Optional<Precedence> notYet(Statement given, Statement other, LocalDate day) {
		return inForce(given, day) && !inForce(other, day)
				? Optional.of(new Precedence(given, Precedence.Reason.NOT_YET_IN_FORCE)) : Optional.empty();
	}

	private Optional<Precedence> newer(Statement given, Statement other) {
		return overtakes(given, other, ONE_FACT_ASKED_FOR) ? Optional
			.of(new Precedence(given, (other.asOf() != null) ? Precedence.Reason.NEWER : Precedence.Reason.DATED))
				: Optional.empty();
	}

	/** Whether a statement holds on a day, or announces an event. */
	public static boolean inForce(Statement statement, LocalDate date) {
		return statement.asOf() == null || statement.announcesEvent() || !statement.asOf().earliest().isAfter(date);
	}

	/** Later by any reading: a month of 2025 is not later than "2025". */
	public static boolean after(Statement a, Statement b) {
		var own = a.asOf();
		var other = b.asOf();
		return own != null && (other == null || own.earliest().isAfter(other.latest()));
	}

}
