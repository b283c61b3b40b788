package org.signpost.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Source;

/**
 * How old sources are: since somebody last compared them with their originals, else at
 * least since they were published. Safe for many threads.
 */
public final class SourceAges {

	private final Duration staleAfter;

	private final Clock clock;

	SourceAges(Duration staleAfter, Clock clock) {
		this.staleAfter = staleAfter;
		this.clock = clock;
	}

	/** A source's age in days, none where nothing tells it. */
	public Optional<Long> daysOf(Source source) {
		return Optional.ofNullable(source.checked())
			.or(() -> Optional.ofNullable(source.published()).map(PartialDate::latest))
			.map((day) -> Math.max(0, ChronoUnit.DAYS.between(day, LocalDate.now(this.clock))));
	}

	/** Whether somebody should look at it again: it is old, or nothing tells how old. */
	public boolean isStale(Source source) {
		return daysOf(source).map((days) -> days > this.staleAfter.toDays()).orElse(true);
	}

	/**
	 * The stale sources, those first that most of the editors' answers rest on, then the
	 * oldest.
	 */
	public List<Source> stale(KnowledgeBase knowledgeBase) {
		return knowledgeBase.sources()
			.stream()
			.filter(this::isStale)
			.sorted(Comparator.<Source>comparingInt((source) -> -answersOn(source, knowledgeBase).size())
				.thenComparing(oldestFirst()))
			.toList();
	}

	/** Those of an age not known first, then the oldest. */
	public Comparator<Source> oldestFirst() {
		return Comparator.<Source>comparingLong((source) -> -daysOf(source).orElse(Long.MAX_VALUE))
			.thenComparing(Source::id);
	}

	/** The intents of the editors' answers that rest on a source, in their order. */
	public static List<String> answersOn(Source source, KnowledgeBase knowledgeBase) {
		return knowledgeBase.answers()
			.stream()
			.filter((answer) -> restsOn(answer, source.id()))
			.map(CuratedAnswer::intent)
			.toList();
	}

	private static boolean restsOn(CuratedAnswer answer, String source) {
		return answer.sections()
			.stream()
			.flatMap((section) -> section.lines().stream())
			.anyMatch((line) -> line.sources().contains(source)
					|| line.evidence().stream().anyMatch((statement) -> statement.source().equals(source)));
	}

}
