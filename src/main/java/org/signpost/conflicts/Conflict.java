package org.signpost.conflicts;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.signpost.decision.Precedence;
import org.signpost.knowledge.Statement;

/**
 * Two statements that give different values for one thing.
 *
 * @param first the one an answer gives; where nothing decides, the one whose id comes
 * first
 * @param second the other
 * @param reason why the first is given, or why neither is before the other
 * @param resolved whether the first is; else visitors may get either, and an editor has
 * to mend one
 * @param probability how probably both are of one thing
 */
public record Conflict(Statement first, Statement second, Precedence.Reason reason, boolean resolved,
		double probability) {

	/** Those that an editor has to mend first, then the surest. */
	static final Comparator<Conflict> WORST_FIRST = Comparator.comparing(Conflict::resolved)
		.thenComparing(Comparator.comparingDouble(Conflict::probability).reversed())
		.thenComparing(Conflict::id);

	static Conflict of(Statement a, Statement b, Precedence precedence, double probability) {
		var given = precedence.given();
		var swap = (given != null) ? given.equals(b) : a.id().compareTo(b.id()) > 0;
		return new Conflict(swap ? b : a, swap ? a : b, precedence.reason(), given != null, probability);
	}

	/** Names it while neither statement changes its place. */
	public String id() {
		return this.first.id() + "~" + this.second.id();
	}

	/** The two sources, or the one that contradicts itself. */
	public Set<String> sources() {
		return Set.copyOf(List.of(this.first.source(), this.second.source()).stream().distinct().toList());
	}

}
