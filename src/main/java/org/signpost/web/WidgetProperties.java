package org.signpost.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the widget may be embedded.
 *
 * @param allowedOrigins origins of the pages that may use it, such as
 * {@code https://www.example.org}
 */
@ConfigurationProperties("signpost.widget")
public record WidgetProperties(@DefaultValue List<String> allowedOrigins) {

	public WidgetProperties {
		allowedOrigins = List.copyOf(allowedOrigins);
	}

}
