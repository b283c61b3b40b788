package org.signpost.answering;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine.
 *
 * @param knowledgeBase folder of the knowledge base; without it {@code ./knowledge-base}
 * when there is one, else the one packed in the jar
 * @param data folder where the vectors of the guidance are kept between starts
 * @param embeddings whether sentence embeddings are used; without them answers are worse
 * and memory smaller
 * @param reloadInterval how often the folder is looked at for changes
 */
@ConfigurationProperties("signpost")
record AnsweringProperties(@Nullable String knowledgeBase, @DefaultValue("./data") Path data,
		@DefaultValue("true") boolean embeddings, @DefaultValue("1s") Duration reloadInterval) {

}
