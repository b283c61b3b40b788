package org.signpost.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import com.samskivert.mustache.Mustache;
import org.signpost.conversation.ConversationProperties;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the pages and the widget's files. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

	@Bean
	WebMvcConfigurer widgetFiles(ConversationProperties properties) {
		var versions = new WidgetVersions(properties.data().resolve("widget"));
		versions.keep();
		return new WebMvcConfigurer() {

			// the file with its hash in its name never changes; the others are asked
			// about each time
			@Override
			public void addResourceHandlers(ResourceHandlerRegistry registry) {
				registry.addResourceHandler("/widget-{hash:[0-9a-f]{12,64}}.js")
					.addResourceLocations("classpath:/static/")
					.addResourceLocations(versions.location())
					.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
				// modules that import each other have to be of one version
				registry.addResourceHandler("/adviser/*")
					.addResourceLocations("classpath:/static/adviser/")
					.setEtagGenerator(PagesConfiguration::etag)
					.setCacheControl(CacheControl.noCache().cachePrivate());
				registry.addResourceHandler("/widget.js", "/widget.json", "/widget-{language:[a-z]{2}}.json")
					.addResourceLocations("classpath:/static/")
					.setEtagGenerator(PagesConfiguration::etag)
					.setCacheControl(CacheControl.noCache().cachePublic());
			}

			// pages anywhere may load the widget with its integrity checked, and its
			// words
			@Override
			public void addCorsMappings(CorsRegistry registry) {
				for (var path : new String[] { "/widget.js", "/widget.json", "/widget-*.js", "/widget-*.json" }) {
					registry.addMapping(path).allowedOrigins("*").allowedMethods("GET", "HEAD");
				}
			}

		};
	}

	/** By content: in a jar every file has the date of the build. */
	private static String etag(Resource file) {
		try {
			return "\"" + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + "\"";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The templates leave out what is empty. */
	@Bean
	Mustache.Compiler mustacheCompiler(Mustache.TemplateLoader templates) {
		return Mustache.compiler().withLoader(templates).emptyStringIsFalse(true);
	}

	@Bean
	FilterRegistrationBean<PageHeaders> pageHeaders() {
		var filter = new FilterRegistrationBean<>(new PageHeaders());
		filter.addUrlPatterns("/*");
		filter.setOrder(1);
		return filter;
	}

}
