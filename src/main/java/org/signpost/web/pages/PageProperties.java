package org.signpost.web.pages;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages say about whoever runs them.
 *
 * @param organisation who runs this service, as the privacy page names them
 * @param privacy a page of HTML to show instead of ours at {@code /privacy}
 */
@ConfigurationProperties("signpost.pages")
record PageProperties(
		@DefaultValue("The organisation whose website you came from runs this service.") String organisation,
		@Nullable Path privacy) {
}
