package org.signpost.conflicts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.signpost.decision.Precedence;
import org.signpost.decision.Supersession;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Problem;
import org.signpost.knowledge.Statement;

/**
 * Tells which editors' answers rest on a figure that a newer statement has overtaken.
 * Whoever asks for it is answered from the sources; here the editors are told before
 * anybody asks. Costs next to nothing once the guidance has been looked through.
 */
final class OvertakenAnswers {

	private static final Set<Precedence.Reason> OVERTAKEN = EnumSet.of(Precedence.Reason.NEWER, Precedence.Reason.DATED,
			Precedence.Reason.REPLACED);

	private final Supersession supersession;

	private final List<Conflict> overtaken;

	/**
	 * For some guidance.
	 * @param supersession tells what speaks of one thing
	 * @param pairs statements of one thing with different values, also of different times
	 */
	OvertakenAnswers(Supersession supersession, List<Conflict> pairs) {
		this.supersession = supersession;
		this.overtaken = pairs.stream().filter((each) -> OVERTAKEN.contains(each.reason())).toList();
	}

	/** A warning at the line of each part of an answer. */
	List<Problem> find(KnowledgeBase knowledgeBase) {
		return knowledgeBase.answers()
			.stream()
			.flatMap((answer) -> answer.sections().stream().flatMap((section) -> find(answer, section)))
			.toList();
	}

	private Stream<Problem> find(CuratedAnswer answer, CuratedAnswer.Section section) {
		var cited = section.lines().stream().flatMap((line) -> line.evidence().stream()).distinct().toList();
		return this.overtaken.stream()
			.filter((pair) -> cited.contains(pair.second()) && !cited.contains(pair.first()))
			// what is as new is said, too
			.filter((pair) -> cited.stream()
				.noneMatch((own) -> this.supersession.sameFact(pair.first(), own)
						&& !Supersession.after(pair.first(), own)))
			.limit(1)
			.map((pair) -> warning(answer, section, pair));
	}

	private static Problem warning(CuratedAnswer answer, CuratedAnswer.Section section, Conflict pair) {
		var older = pair.second();
		var newer = pair.first();
		var line = section.lines().stream().filter((each) -> each.evidence().contains(older)).findFirst().orElseThrow();
		return new Problem("answers/" + answer.intent() + ".md", line.line(), Problem.Severity.WARNING,
				"\"%s\" rests on %s (%s), which %s (%s) overtakes: \"%s\"; whoever asks for it is answered from the sources until the newer one is cited here"
					.formatted(line.text(), place(older), date(older.asOf()), place(newer), date(newer.asOf()),
							newer.text()));
	}

	private static String place(Statement statement) {
		return "guidance/" + statement.source() + ".md:" + statement.line();
	}

	private static String date(@Nullable PartialDate date) {
		return (date != null) ? date.toString() : "no date";
	}

}
