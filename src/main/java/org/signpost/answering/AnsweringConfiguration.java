package org.signpost.answering;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the engine that answers. */
@Configuration(proxyBeanMethods = false)
class AnsweringConfiguration {

	// begins to load while the rest of the server is put together (record 23)
	@Bean(initMethod = "start")
	@ConditionalOnMissingBean(QuestionAnswering.class)
	CurrentEngine currentEngine(AnsweringProperties properties) {
		return new CurrentEngine(properties);
	}

}
