package org.signpost.answering;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the engine that answers. */
@Configuration(proxyBeanMethods = false)
class AnsweringConfiguration {

	/** Loads the guidance while the rest of the server is still being put together. */
	@Bean(initMethod = "start", destroyMethod = "stop")
	@ConditionalOnMissingBean(QuestionAnswering.class)
	CurrentEngine currentEngine(AnsweringProperties properties) {
		return new CurrentEngine(properties);
	}

}
