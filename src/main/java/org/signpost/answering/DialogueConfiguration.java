package org.signpost.answering;

import java.time.Clock;
import java.time.ZoneId;

import org.signpost.conversation.Turns;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what runs the turns of conversations. */
@Configuration(proxyBeanMethods = false)
class DialogueConfiguration {

	@Bean
	Dialogue dialogue(QuestionAnswering questionAnswering, CurrentKnowledgeBase knowledgeBase, Turns turns,
			ObjectProvider<Clock> clock) {
		return new Dialogue(questionAnswering, knowledgeBase, turns,
				clock.getIfAvailable(() -> Clock.system(ZoneId.of("Europe/London"))));
	}

}
