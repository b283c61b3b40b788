package org.signpost.review;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.signpost.conflicts.Conflict;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.knowledge.KnowledgeBase;

/**
 * Tells a monitoring system what editors have to look after. Not a number while there is
 * no guidance, or it has not been looked through.
 */
final class GuidanceMetrics implements MeterBinder {

	private final CurrentKnowledgeBase knowledgeBase;

	private final SourceAges ages;

	private final Conflicts conflicts;

	GuidanceMetrics(CurrentKnowledgeBase knowledgeBase, SourceAges ages, Conflicts conflicts) {
		this.knowledgeBase = knowledgeBase;
		this.ages = ages;
		this.conflicts = conflicts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "signpost.conflicts.unresolved", "Conflicts of the guidance that nothing decides",
				(knowledgeBase) -> this.conflicts.find().map(GuidanceMetrics::unresolved).orElse(Double.NaN));
		gauge(registry, "signpost.sources.stale", "Sources not compared with their originals for long",
				(knowledgeBase) -> knowledgeBase.sources().stream().filter(this.ages::isStale).count());
	}

	private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<KnowledgeBase> value) {
		Gauge.builder(name, () -> {
			try {
				return value.applyAsDouble(this.knowledgeBase.get());
			}
			catch (KnowledgeBaseNotReadyException ex) {
				return Double.NaN;
			}
		}).description(description).register(registry);
	}

	private static double unresolved(List<Conflict> conflicts) {
		return conflicts.stream().filter((each) -> !each.resolved()).count();
	}

}
