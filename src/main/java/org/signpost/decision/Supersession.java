package org.signpost.decision;

import java.util.HashSet;

import org.signpost.judging.Judgement;
import org.signpost.judging.SameFact;
import org.signpost.knowledge.CuratedAnswer;
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

	public Supersession(SameFact sameFact) {
		this.sameFact = sameFact;
	}

	/**
	 * Whether an editor's section rests on figures that a statement judged likely has
	 * overtaken.
	 */
	boolean stale(CuratedAnswer.Section section, Judgement judgement) {
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
				&& !SameFact.changing(older).containsAll(SameFact.changing(newer))
				&& this.sameFact.probability(newer, older) >= bar;
	}

	/** Whether two statements speak of one thing in nations they share. */
	public boolean sameFact(Statement a, Statement b) {
		return this.sameFact.probability(a, b) >= ONE_FACT;
	}

	/** Later by any reading: a month of 2025 is not later than "2025". */
	private static boolean after(Statement a, Statement b) {
		var own = a.asOf();
		var other = b.asOf();
		return own != null && (other == null || own.earliest().isAfter(other.latest()));
	}

}
