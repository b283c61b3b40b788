package org.signpost.conversation;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where conversations are kept and how long.
 *
 * @param data folder of the embedded database
 * @param retention how long a conversation is kept after the last thing that happened in
 * it
 */
@ConfigurationProperties("signpost")
public record ConversationProperties(@DefaultValue("data") Path data, @DefaultValue("30d") Duration retention) {
}
