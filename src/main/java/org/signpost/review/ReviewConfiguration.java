package org.signpost.review;

import java.time.Clock;
import java.time.ZoneId;

import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.Editions;
import org.signpost.answering.QuestionAnswering;
import org.signpost.conversation.SavedEvaluations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what advisers evaluate with behind a running server. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

	/** Shared, so that one thing is done at a time. */
	@Bean
	Background reviewBackground() {
		return new Background();
	}

	@Bean
	Evaluations evaluations(QuestionAnswering engine, SavedEvaluations saved, Background background,
			ObjectProvider<Clock> clock) {
		return new Evaluations(engine, saved, background, clock(clock));
	}

	@Bean
	Comparisons comparisons(Editions editions, ReviewProperties properties, Background background,
			ObjectProvider<Clock> clock) {
		return new Comparisons(editions, new Drafts(properties.draftsFolder()), background, clock(clock));
	}

	@Bean
	SourceAges sourceAges(ReviewProperties properties, ObjectProvider<Clock> clock) {
		return new SourceAges(properties.staleAfter(), clock(clock));
	}

	@Bean
	Conflicts conflicts(Editions editions, ObjectProvider<Clock> clock) {
		return new Conflicts(editions, clock(clock));
	}

	@Bean
	GuidanceMetrics guidanceMetrics(CurrentKnowledgeBase knowledgeBase, SourceAges ages, Conflicts conflicts) {
		return new GuidanceMetrics(knowledgeBase, ages, conflicts);
	}

	private static Clock clock(ObjectProvider<Clock> clock) {
		return clock.getIfAvailable(() -> Clock.system(ZoneId.of("Europe/London")));
	}

}
