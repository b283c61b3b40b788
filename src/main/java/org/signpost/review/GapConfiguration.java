package org.signpost.review;

import java.time.Clock;

import org.signpost.answering.CurrentEmbedding;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.conversation.UnmetQuestions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what finds the gaps in the guidance. */
@Configuration(proxyBeanMethods = false)
class GapConfiguration {

	@Bean
	Gaps gaps(UnmetQuestions unmet, CurrentEmbedding embedding, CurrentKnowledgeBase knowledgeBase,
			ObjectProvider<Clock> clock) {
		return new Gaps(unmet, embedding, knowledgeBase, clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	GapUpkeep gapUpkeep(Gaps gaps, ObjectProvider<Clock> clock) {
		return new GapUpkeep(gaps, clock.getIfAvailable(Clock::systemUTC));
	}

}
