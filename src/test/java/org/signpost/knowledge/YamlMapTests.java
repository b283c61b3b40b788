package org.signpost.knowledge;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlMapTests {

	private final Problems problems = new Problems("vocabulary.yaml");

	@Test
	void knowsTheLineOfEachValue() {
		var map = YamlMap.read("a: 1\nb:\n  - x\n  - y\nc: {d: 2}\n", 10, this.problems);
		assertThat(map.line("a")).isEqualTo(11);
		assertThat(map.texts("b")).containsExactly(new YamlMap.Located("x", 13), new YamlMap.Located("y", 14));
		assertThat(map.map("c")).isNotNull().satisfies((inner) -> assertThat(inner.required("d")).isEqualTo("2"));
		assertThat(this.problems.found()).isEmpty();
	}

	@Test
	void keepsValuesAsTheyAreWritten() {
		var map = YamlMap.read("date: 2025-09\nyes: yes\nnumber: 007\nnothing:\nnull: null\n", 0, this.problems);
		assertThat(map.text("date")).isEqualTo("2025-09");
		assertThat(map.text("yes")).isEqualTo("yes");
		assertThat(map.text("number")).isEqualTo("007");
		assertThat(map.text("nothing")).isNull();
		assertThat(map.has("nothing")).isTrue();
		assertThat(map.text("absent")).isNull();
	}

	@Test
	void cutsASingleValueAtCommas() {
		assertThat(YamlMap.read("nations: ENGLAND, WALES\n", 0, this.problems).texts("nations"))
			.extracting(YamlMap.Located::text)
			.containsExactly("ENGLAND", "WALES");
	}

	@Test
	void anEmptyTextIsAnEmptyMap() {
		assertThat(YamlMap.read("", 0, this.problems).keys()).isEmpty();
		assertThat(this.problems.found()).isEmpty();
	}

	@Test
	void neverConstructsWhatATagNames() {
		YamlMap.read("a: !!javax.script.ScriptEngineManager [x]\n", 0, this.problems);
		assertThat(this.problems.found()).singleElement()
			.asString()
			.startsWith("vocabulary.yaml:1: this is not valid YAML")
			.contains("tag is not allowed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			just words        | 3: expected lines of the form "name: value"
			a: [1             | is not valid YAML
			a: b: c           | 3: this is not valid YAML
			""")
	void tellsWhatIsNoMapping(String yaml, String problem) {
		YamlMap.read(yaml.replace("\\n", "\n"), 2, this.problems);
		assertThat(this.problems.found()).singleElement().asString().contains(problem);
	}

	@Test
	void aKeyGivenTwiceIsAMistakeOnlyWhereItIsWanted() {
		var map = YamlMap.read("a: 1\na: 2\nlayout: x\nlayout: y\n", 0, this.problems);
		map.checkKeys(Set.of("a"));
		assertThat(map.text("a")).isEqualTo("2");
		assertThat(map.text("a")).isEqualTo("2");
		assertThat(this.problems.found()).extracting(Problem::toString)
			.containsExactly("vocabulary.yaml:4: warning: \"layout\" is not known here and is ignored; known are a",
					"vocabulary.yaml:2: \"a\" is given twice; keep one");
	}

	@Test
	void tellsAValueOfTheWrongForm() {
		var map = YamlMap.read("a: [1]\nb: {c: 1}\nd: x\ne: [{f: 1}]\n", 0, this.problems);
		map.text("a");
		map.texts("b");
		map.maps("d");
		map.map("d");
		map.texts("e");
		map.checkKeys(Set.of("a", "b", "d"));
		assertThat(this.problems.found()).extracting(Problem::toString)
			.containsExactly("vocabulary.yaml:1: \"a\" takes one value", "vocabulary.yaml:2: \"b\" takes a list",
					"vocabulary.yaml:3: \"d\" takes a list", "vocabulary.yaml:3: \"d\" takes names and values",
					"vocabulary.yaml:4: \"e\" takes a list of texts; put quotes around a text that holds \": \"",
					"vocabulary.yaml:4: warning: \"e\" is not known here and is ignored; known are a, b, d");
	}

}
