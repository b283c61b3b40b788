package org.signpost;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** Every setting of ours stands in the README's table. */
class SettingsAreDocumentedTests {

	@Test
	void theReadmeNamesEverySetting() throws Exception {
		var readme = Files.readString(Path.of("README.md"));
		var table = readme.substring(readme.indexOf("## Settings"), readme.indexOf("## Testing"));
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		var found = scanner.findCandidateComponents("org.signpost");
		assertThat(found).hasSizeGreaterThan(5);
		for (var candidate : found) {
			var type = Class.forName(candidate.getBeanClassName());
			var prefix = type.getAnnotation(ConfigurationProperties.class).value();
			for (var component : components(type)) {
				var name = kebab(component.getName());
				assertThat(table).as(prefix + "." + name)
					.containsAnyOf("`" + prefix + "." + name + "`", "`." + name + "`", prefix + "." + name + ".NAME");
			}
		}
	}

	private static List<RecordComponent> components(Class<?> type) {
		return Arrays.asList(Objects.requireNonNull(type.getRecordComponents(), type.getName()));
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
