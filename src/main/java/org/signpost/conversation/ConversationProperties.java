package org.signpost.conversation;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where conversations are kept and how long, and how long what advisers did.
 *
 * @param data folder of the embedded database
 * @param retention how long a conversation is kept after the last thing that happened in
 * it
 * @param auditRetention how long it is kept what advisers did
 */
@ConfigurationProperties("signpost")
public record ConversationProperties(@DefaultValue("data") Path data, @DefaultValue("30d") Duration retention,
		@DefaultValue("365d") Duration auditRetention) {
}
