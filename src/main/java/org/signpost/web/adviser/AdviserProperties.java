package org.signpost.web.adviser;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the adviser interface.
 *
 * @param tokens name of the adviser or program to the SHA-256 of its token in hexadecimal
 */
@ConfigurationProperties("signpost.adviser")
record AdviserProperties(@DefaultValue Map<String, String> tokens) {

	AdviserProperties {
		tokens.forEach((name, hash) -> {
			if (!hash.matches("[0-9a-fA-F]{64}")) {
				throw new IllegalArgumentException("signpost.adviser.tokens." + name
						+ ": not a SHA-256 in hexadecimal (64 characters); make one with: printf %s TOKEN | sha256sum");
			}
		});
		tokens = Map.copyOf(tokens);
	}

}
