package org.signpost;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/** The house: who may know whom stands in each package's own words. */
class ModularityTests {

	private static final ApplicationModules modules = ApplicationModules.of(Signpost.class);

	@Test
	void eachPackageKnowsOnlyThoseItMay() {
		modules.verify();
	}

	@Test
	void thePackagesAreTheStages() {
		assertThat(modules.stream().map((module) -> module.getIdentifier().toString())).containsExactlyInAnyOrder(
				"language", "knowledge", "conversation", "importing", "understanding", "retrieval", "judging",
				"decision", "composition", "answering", "conflicts", "review", "web");
	}

	@Test
	void drawsTheDiagram() {
		new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
			.writeModulesAsPlantUml();
		assertThat(Path.of("target/modules/components.puml")).content().contains("Retrieval").contains("Composition");
	}

	@ParameterizedTest
	@ValueSource(strings = { "language", "knowledge", "conversation", "importing", "understanding", "retrieval",
			"judging", "decision", "composition", "answering", "conflicts", "review", "web" })
	void eachPackageTellsWhatGoesInAndWhatComesOutAndWhatBecomesOfTheWorkedQuestion(String name) throws Exception {
		var text = Files.readString(Path.of("src/main/java/org/signpost", name, "package-info.java"))
			.replaceAll("\\s+\\*?\\s*", " ");
		assertThat(text).contains("In: ", "Out: ").contains("What's the SEN allowance in Northern Ireland?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.lucene=retrieval,understanding", "opennlp.tools.sentdetect=language",
			"ai.onnxruntime=language", "java.sql=conversation", "jakarta.servlet=web", "org.commonmark=knowledge" })
	void aLibraryStaysInItsPackages(String rule) throws Exception {
		var parts = rule.split("=", -1);
		try (var files = Files.walk(Path.of("src/main/java"))) {
			var users = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> text(file).contains("import " + parts[0] + "."))
				.map((file) -> Path.of("src/main/java/org/signpost").relativize(file).getName(0).toString())
				.distinct();
			assertThat(users).containsExactlyInAnyOrder(parts[1].split(","));
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
