package org.signpost.review;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What advisers look after.
 *
 * @param data folder of the server's data
 * @param drafts folder of changed knowledge bases that may be compared with the one
 * answered from; {@code drafts} in the data folder when left out
 * @param staleAfter how old a source may be before it counts as stale
 */
@ConfigurationProperties("signpost")
record ReviewProperties(@DefaultValue("data") Path data, @Nullable Path drafts,
		@DefaultValue("365d") Duration staleAfter) {

	Path draftsFolder() {
		return (this.drafts != null) ? this.drafts : this.data.resolve("drafts");
	}

}
