package org.signpost.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WidgetVersionsTests {

	private static final String OLD = "widget-0123456789ab.js";

	@TempDir
	private Path data;

	@Test
	void keepWhatCameAlongNextToWhatCameBefore() throws IOException {
		var folder = this.data.resolve("widget");
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(OLD), "the widget of an older server");
		var versions = new WidgetVersions(folder);
		versions.keep();
		try (var files = Files.list(folder)) {
			assertThat(files.map((file) -> file.getFileName().toString())).contains(OLD)
				.hasSizeGreaterThan(1)
				.allMatch((name) -> name.matches("widget-[0-9a-f]{12}\\.js"));
		}
		assertThat(versions.location().createRelative(OLD).getContentAsByteArray()).asString()
			.isEqualTo("the widget of an older server");
	}

	@Test
	void neverChangeWhatIsKept() throws IOException {
		var versions = new WidgetVersions(this.data);
		versions.keep();
		try (var files = Files.list(this.data)) {
			for (var file : files.toList()) {
				Files.writeString(file, "kept");
			}
		}
		versions.keep();
		try (var files = Files.list(this.data)) {
			assertThat(files).isNotEmpty().allSatisfy((file) -> assertThat(file).hasContent("kept"));
		}
	}

	@Test
	void doWithoutAFolderThatCannotBeWritten() throws IOException {
		var file = Files.writeString(this.data.resolve("widget"), "in the way");
		var versions = new WidgetVersions(file);
		versions.keep();
		assertThat(file).hasContent("in the way");
		assertThat(versions.location().createRelative(OLD).exists()).isFalse();
	}

}
