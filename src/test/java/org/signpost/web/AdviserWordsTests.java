package org.signpost.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the words of the workbench against the modules that say them. */
class AdviserWordsTests {

	private static final Path MODULES = Path.of("src", "main", "resources", "static", "adviser");

	/** Names that come from the server, each with its words. */
	private static final List<String> FROM_SERVER = List.of("screens", "nations", "outcomes", "stars", "kinds", "acts",
			"nationFrom", "stages", "rules");

	@Test
	void areAllSaid() throws IOException {
		var modules = modules();
		var unsaid = new ArrayList<String>();
		var section = "";
		for (var line : Files.readAllLines(MODULES.resolve("words.js"))) {
			var outer = Pattern.compile("^\t(\\w+):").matcher(line);
			var inner = Pattern.compile("^\t\t(\\w+):").matcher(line);
			if (outer.find()) {
				section = outer.group(1);
				var name = Pattern.compile("words\\." + section + "\\b");
				if (modules.stream().noneMatch((module) -> name.matcher(module).find())) {
					unsaid.add(section);
				}
			}
			else if (inner.find() && !FROM_SERVER.contains(section)) {
				var own = "const w = words." + section + ";";
				var full = Pattern.compile("words\\." + section + "\\." + inner.group(1) + "\\b");
				var brief = Pattern.compile("\\bw\\." + inner.group(1) + "\\b");
				if (modules.stream()
					.noneMatch((module) -> full.matcher(module).find()
							|| (module.contains(own) && brief.matcher(module).find()))) {
					unsaid.add(section + "." + inner.group(1));
				}
			}
		}
		assertThat(unsaid).isEmpty();
	}

	@Test
	void areNotWrittenAsMarkup() throws IOException {
		assertThat(modules())
			.noneMatch((module) -> module.contains("innerHTML") || module.contains("insertAdjacentHTML"));
	}

	private static List<String> modules() throws IOException {
		var modules = new ArrayList<String>();
		try (var files = Files.list(MODULES)) {
			for (var file : files.filter((name) -> name.toString().endsWith(".js")).toList()) {
				if (!file.endsWith("words.js")) {
					modules.add(Files.readString(file));
				}
			}
		}
		return modules;
	}

}
